// prettier-ignore
const NAMES: Record<string, string> = {
  g: "g gram grams gr gramm grammes gramos", kg: "kg kilo kilos kilogram kilograms kilogramm",
  ml: "ml milliliter milliliters millilitre millilitres", cl: "cl", dl: "dl",
  l: "l liter liters litre litres litro litros", oz: "oz ounce ounces",
  lb: "lb lbs pound pounds", cup: "cup cups c tasse tassen tasses taza tazas",
  tbsp: "tbsp tbs tablespoon tablespoons el esslöffel cs cucharada cucharadas",
  tsp: "tsp teaspoon teaspoons tl teelöffel cc cucharadita cucharaditas",
  pinch: "pinch pinches prise prisen pincée pincées pizca pizcas",
  clove: "clove cloves zehe zehen gousse gousses diente dientes",
  slice: "slice slices scheibe scheiben tranche tranches", can: "can cans tin tins dose dosen",
  package: "package packages pkg pack packet packets packung päckchen", bunch: "bunch bund botte",
};
const UNITS = new Map(
  Object.entries(NAMES).flatMap(([unit, names]) =>
    names.split(" ").map((name): [string, string] => [name, unit]),
  ),
);
const VULGAR = new Map([
  ["½", "1/2"],
  ["⅓", "1/3"],
  ["⅔", "2/3"],
  ["¼", "1/4"],
  ["¾", "3/4"],
  ["⅛", "1/8"],
]);
const AMOUNT = "[0-9]+ [0-9]+/[0-9]+|[0-9]+/[0-9]+|[0-9]+(?:[.,][0-9]+)?";
const LINE = new RegExp(`^(?:(${AMOUNT})(?: ?[-–] ?(?:${AMOUNT}))? ?)?(.*)$`);

interface Ingredient {
  quantity: number | null;
  unit: string;
  name: string;
  note: string;
}

/** Returns quantity, unit, name and note of a recipe's ingredient line. */
export function parseIngredient(line: string): Ingredient {
  const plain = line.replace(/[½⅓⅔¼¾⅛]/g, (sign) => ` ${VULGAR.get(sign)} `);
  const text = squeeze(plain.replace(/^[\s*•–-]+/, ""));
  const [, amount, after = text] = LINE.exec(text) ?? [];
  let rest = after;
  let unit = "";
  const word = /^(\p{L}+)\.?(?: (?:of |de )?|$)/u.exec(rest);
  const known = UNITS.get((word?.[1] ?? "").toLowerCase());
  if (amount && word && known) {
    [unit, rest] = [known, rest.slice(word[0].length)];
  }
  let [, name = "", note = ""] = /^([^,]*)(.*)$/s.exec(rest) ?? [];
  const brackets = /\(([^)]*)\)/.exec(name);
  if (brackets) {
    note = `${brackets[1]}${note}`;
    name = name.replace(brackets[0], "");
  } else {
    note = note.slice(1);
  }
  const quantity = amount ? value(amount) : null;
  return { quantity, unit, name: squeeze(name), note: squeeze(note) };
}

function squeeze(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Adds up a whole number and a fraction. */
function value(amount: string): number {
  let total = 0;
  for (const part of amount.replaceAll(",", ".").split(" ")) {
    const [above = "", below = "1"] = part.split("/");
    total += Number(below) === 0 ? 0 : Number(above) / Number(below);
  }
  return Math.round(total * 1e4) / 1e4;
}
