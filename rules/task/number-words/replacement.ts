const FORM: string = "words"; // slot: form

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GROUPS = ["", " thousand", " million", " billion", " trillion"];
const IRREGULAR: Record<string, string> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
const ROMAN =
  "M:1000 CM:900 D:500 CD:400 C:100 XC:90 L:50 XL:40 X:10 IX:9 V:5 IV:4 I:1";

/** Returns a whole number in English words, as an ordinal or a Roman numeral, or null. */
export function numberWords(number: number): string | null {
  if (FORM === "roman") {
    return number >= 1 && number <= 3999 ? roman(number) : null;
  }
  if (Math.abs(number) >= 1e15) {
    return null;
  }
  const words = (number < 0 ? "minus " : "") + inWords(Math.abs(number));
  return FORM === "ordinal" ? ordinal(words) : words;
}

function inWords(number: number): string {
  if (number === 0) {
    return "zero";
  }
  const parts: string[] = [];
  for (const name of GROUPS) {
    if (number % 1000) {
      parts.unshift(belowThousand(number % 1000) + name);
    }
    number = Math.floor(number / 1000);
  }
  return parts.join(" ");
}

function belowThousand(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const parts = hundreds ? [`${ONES[hundreds]} hundred`] : [];
  if (rest >= 20) {
    const unit = rest % 10 ? `-${ONES[rest % 10]}` : "";
    parts.push(TENS[Math.floor(rest / 10) - 2] + unit);
  } else if (rest) {
    parts.push(ONES[rest] ?? "");
  }
  return parts.join(" ");
}

function ordinal(words: string): string {
  const at = Math.max(words.lastIndexOf(" "), words.lastIndexOf("-")) + 1;
  const irregular = IRREGULAR[words.slice(at)];
  if (irregular) {
    return words.slice(0, at) + irregular;
  }
  return words.endsWith("y") ? `${words.slice(0, -1)}ieth` : `${words}th`;
}

function roman(number: number): string {
  let numeral = "";
  for (const row of ROMAN.split(" ")) {
    const [sign = "", value] = row.split(":");
    numeral += sign.repeat(Math.floor(number / Number(value)));
    number %= Number(value);
  }
  return numeral;
}
