const VULGAR = new Map([
  ["½", "1/2"],
  ["⅓", "1/3"],
  ["⅔", "2/3"],
  ["¼", "1/4"],
  ["¾", "3/4"],
  ["⅛", "1/8"],
]);
const MEASUREMENT =
  /([-+−]?)([0-9]+ [0-9]+\/[0-9]+|[0-9]+\/[0-9]+|[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)[ \u00a0\u202f]?([°%‰µμΩ"′″]?\p{L}*(?:[/·]\p{L}+)?[²³23]?)/u;

interface Measurement {
  value: number;
  unit: string;
}

/** Returns value and unit of the first measurement in a phrase, or null. */
export function parseMeasurement(text: string): Measurement | null {
  const plain = text.replace(/[½⅓⅔¼¾⅛]/g, (sign) => ` ${VULGAR.get(sign)}`);
  const found = MEASUREMENT.exec(plain.trim().replace(/\s+/g, " "));
  if (!found) {
    return null;
  }
  const [, sign = "", number = "", unit = ""] = found;
  const value = valueOf(number);
  return { value: sign === "-" || sign === "−" ? -value : value, unit };
}

function valueOf(number: string): number {
  if (number.includes("/")) {
    const [fraction = "", whole = "0"] = number.split(" ").reverse();
    const [above = 0, below = 0] = fraction.split("/").map(Number);
    const part = below === 0 ? 0 : above / below;
    return Math.round((part + Number(whole)) * 1e6) / 1e6;
  }
  // Groups of three are thousands where there are several or the sign is a comma.
  const signs = number.replace(/[0-9]/g, "");
  const tail = number.split(/[.,]/).at(-1) ?? "";
  const thousands =
    signs &&
    tail.length === 3 &&
    !number.startsWith("0") &&
    new Set(signs).size === 1;
  if (thousands && signs !== ".") {
    return Number(number.replace(/[.,]/g, ""));
  }
  return Number(number.replace(/[.,](?=.*[.,])/g, "").replace(",", "."));
}
