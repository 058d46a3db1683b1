// Other words for a field, without spaces and accents.
const ALIASES: Record<string, string> = {
  mail: "email",
  invoiceno: "invoice_number",
  emailaddress: "email",
  telephone: "phone",
  mobile: "phone",
  tel: "phone",
  surname: "last_name",
  familyname: "last_name",
  givenname: "first_name",
  zip: "postcode",
  zipcode: "postcode",
  plz: "postcode",
  qty: "quantity",
  menge: "quantity",
  betrag: "amount",
  montant: "amount",
  importe: "amount",
  datum: "date",
  fecha: "date",
  nachname: "last_name",
  vorname: "first_name",
  firma: "company",
  organisation: "company",
  organization: "company",
};
const LEAST = 0.7;

/** Returns for each heading the field it means, or null; no field is given twice. */
export function mapColumns(
  headings: string[],
  fields: string[],
): (string | null)[] {
  const folded = new Map(
    [...fields].reverse().map((field) => [fold(field), field]),
  );
  const found: (string | null)[] = [];
  for (const heading of headings) {
    const name = fold(heading);
    const alias = Object.hasOwn(ALIASES, name) ? ALIASES[name] : "";
    const field = folded.get(name) ?? folded.get(fold(alias ?? "")) ?? null;
    found.push(found.includes(field) ? null : field);
  }
  headings.forEach((heading, at) => {
    if (found[at] === null) {
      const free = fields.filter((field) => !found.includes(field));
      found[at] = closest(fold(heading), free);
    }
  });
  return found;
}

function closest(name: string, fields: string[]): string | null {
  let best: string | null = null;
  let score = LEAST;
  for (const field of fields) {
    const likeness = shared(name, fold(field));
    if (likeness > score) {
      [best, score] = [field, likeness];
    }
  }
  return best;
}

/** How many of the letter pairs two names share (Dice). */
function shared(one: string, other: string): number {
  const [pairs, rest] = [pairsOf(one), pairsOf(other)];
  let both = 0;
  for (const pair of pairs) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      both += 1;
    }
  }
  return (2 * both) / Math.max(1, pairs.length + both + rest.length);
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((c, at) => letters[at] + c);
}

/** Keeps letters and digits only, without case and accents. */
function fold(text: string): string {
  const letters = text.toLowerCase().normalize("NFKD");
  const plain = letters.replace(/[\u0300-\u036f]/g, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join("");
}
