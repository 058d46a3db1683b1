const HEAD =
  /^(?:Exception in thread "[^"\n]*" |Uncaught |Caused by: )?([A-Za-z_][A-Za-z0-9_.$]*(?:Error|Exception|Interrupt|Exit|Warning|Iteration|Throwable))(?:: ([^\n]*))?$/gm;
const FRAME =
  /^[ \t]*File "([^"\n]+)", line ([0-9]+)(?:, in ([^\n]+))?$|^[ \t]+at (?:(?:async )?([^()\n]+) )?\(?([^()\n]+?):([0-9]+):[0-9]+\)?$|^[ \t]+at ([^()\n]+)\(([^:()\n]+)(?::([0-9]+))?\)$/gm;

interface Frame {
  function: string;
  file: string;
  line: number;
}
interface Trace {
  type: string;
  message: string;
  frames: Frame[];
}

/** Returns type, message and frames of a stack trace, or null. */
export function parseStackTrace(trace: string): Trace | null {
  const text = trace.replaceAll("\r\n", "\n");
  const heads = [...text.matchAll(HEAD)];
  // Python prints the exception below its frames.
  const python = text.includes("Traceback (most recent call last)");
  const head = heads.at(python ? -1 : 0);
  if (!head) {
    return null;
  }
  const frames = [...text.matchAll(FRAME)].map(frame);
  return { type: head[1] ?? "", message: head[2] ?? "", frames };
}

function frame(found: RegExpMatchArray): Frame {
  return {
    function: found[3] ?? found[4] ?? found[7] ?? "",
    file: found[1] ?? found[5] ?? found[8] ?? "",
    line: Number(found[2] ?? found[6] ?? found[9] ?? 0),
  };
}
