import countries from "i18n-iso-countries";

// Names in use that the standard does not list.
const ALIASES: Record<string, string> = {
  america: "US",
  britain: "GB",
  brunei: "BN",
  burma: "MM",
  "cape verde": "CV",
  "czech republic": "CZ",
  "democratic republic of the congo": "CD",
  "dr congo": "CD",
  "east timor": "TL",
  england: "GB",
  "great britain": "GB",
  holland: "NL",
  iran: "IR",
  "ivory coast": "CI",
  laos: "LA",
  macau: "MO",
  macedonia: "MK",
  "northern ireland": "GB",
  "north korea": "KP",
  palestine: "PS",
  russia: "RU",
  scotland: "GB",
  "south korea": "KR",
  swaziland: "SZ",
  syria: "SY",
  turkey: "TR",
  uae: "AE",
  uk: "GB",
  "united kingdom": "GB",
  "united states": "US",
  "vatican city": "VA",
  "viet nam": "VN",
  vietnam: "VN",
  wales: "GB",
};

/** Returns the ISO 3166-1 alpha-2 code of a country's name or code, or null. */
export function countryToCode(name: string): string | null {
  const wanted = fold(name);
  const alias = ALIASES[wanted];
  if (alias) {
    return alias;
  }
  const names = countries.getNames("en", { select: "all" });
  for (const [code, known] of Object.entries(names)) {
    const all = [code, countries.alpha2ToAlpha3(code) ?? "", ...known];
    if (wanted && all.some((one) => fold(one) === wanted)) {
      return code;
    }
  }
  return null;
}

/** Makes names comparable: no case, accents, punctuation or article. */
function fold(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f.]/g, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").replace(/^the /, "");
}
