const EXTENSIONS: Record<string, string> = {
  py: "python",
  js: "javascript",
  mjs: "javascript",
  jsx: "javascript",
  ts: "typescript",
  tsx: "typescript",
  rs: "rust",
  go: "go",
  java: "java",
  kt: "kotlin",
  cs: "csharp",
  c: "c",
  h: "c",
  cpp: "cpp",
  cc: "cpp",
  hpp: "cpp",
  rb: "ruby",
  php: "php",
  swift: "swift",
  sh: "bash",
  sql: "sql",
  html: "html",
  css: "css",
  json: "json",
};
// What is typical of a language; the one with most signs decides, of equals the first.
const SIGNS: Record<string, RegExp[]> = {
  python: [
    /^\s*def \w+\(.*\).*:\s*$/m,
    /^\s*(?:from \S+ )?import [\w., ]+$/m,
    /^\s*(?:if|elif|for|while|with|try|class)\b.*:\s*$/m,
    /\bself\.|\bNone\b|^\s*print\(/m,
  ],
  typescript: [
    /^\s*(?:export )?(?:interface|type) \w+/m,
    /[\w)]\??: (?:string|number|boolean|void)\b/m,
    /\bimport .* from ['\"]/m,
    /\b(?:const|let) \w+/m,
  ],
  javascript: [
    /\b(?:const|let|var) \w+ ?=/m,
    /=>|\bfunction\b ?\w*\(/m,
    /\bconsole\.log\(|\brequire\(/m,
    /===|\bdocument\./m,
  ],
  rust: [
    /\bfn \w+.*\{|\blet mut\b/m,
    /\bprintln!\(|\bvec!\[/m,
    /\bimpl\b.*\{|\bpub (?:fn|struct|enum)\b/m,
    /&str\b|&mut\b|\bOption<|::new\(/m,
  ],
  go: [
    /^package \w+\s*$/m,
    /^func (?:\(.*\) )?\w+\(/m,
    /:=/m,
    /\bfmt\.|\bchan\b|\berr != nil/m,
  ],
  java: [
    /\bpublic (?:static |final )*(?:class|void|interface)\b/m,
    /\bSystem\.out\.print/m,
    /\bimport java/m,
    /\bString\[\]|\b(?:private|protected) \w+ \w+;/m,
  ],
  csharp: [
    /^\s*using [\w.]+;/m,
    /\bnamespace \w+/m,
    /\bConsole\.Write/m,
    /\{ get; (?:set; )?\}|\bstring\[\] args\b/m,
  ],
  cpp: [
    /#include <\w+>/m,
    /\bstd::|\bcout\b/m,
    /\btemplate ?<|\busing namespace\b/m,
    /\bint main\(/m,
  ],
  c: [
    /#include <\w+\.h>/m,
    /\bprintf\(|\bmalloc\(/m,
    /\bint main\(/m,
    /\bstruct \w+ \w+;/m,
  ],
  php: [/<\?php/m, /\$\w+ ?=/m, /\becho\b.*;/m, /\$this->/m],
  ruby: [
    /^\s*def \w+[^:]*$/m,
    /^\s*end\s*$/m,
    /\bputs\b|\.each do\b/m,
    /^\s*require ['\"]/m,
  ],
  sql: [
    /\b(?:SELECT|select)\b[\s\S]+\b(?:FROM|from)\b/m,
    /\b(?:INSERT INTO|CREATE TABLE|UPDATE \w+ SET|DELETE FROM)\b/m,
  ],
  html: [/<!DOCTYPE html|<html/m, /<\/(?:div|p|body|head|a|span)>/m],
  css: [/^[.#]?[\w-]+ ?\{\s*$/m, /^\s*[\w-]+: ?[^;{}]+;\s*$/m],
  bash: [
    /^\s*fi\s*$|\bthen\s*$/m,
    /^\s*(?:echo|export|cd|sudo) /m,
    /\$\{?\w+\}?\"|\[\[ /m,
  ],
};

/** Returns a snippet's programming language by file name, first line or typical signs. */
export function detectCodeLanguage(
  code: string,
  fileName: string,
): string | null {
  const extension = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  if (fileName.includes(".") && Object.hasOwn(EXTENSIONS, extension)) {
    return EXTENSIONS[extension] ?? null;
  }
  const shebang = /^#!.*?\b(python|node|bash|sh|ruby|php)[0-9.]*(?:\s|$)/.exec(
    code,
  );
  if (shebang?.[1]) {
    const names: Record<string, string> = { node: "javascript", sh: "bash" };
    return names[shebang[1]] ?? shebang[1];
  }
  let best: string | null = null;
  let most = 0;
  for (const [language, signs] of Object.entries(SIGNS)) {
    const count = signs.filter((sign) => sign.test(code)).length;
    if (count > most) {
      [best, most] = [language, count];
    }
  }
  return best;
}
