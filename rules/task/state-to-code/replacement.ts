// Codes with the names for them; rows end with a semicolon.
const TABLE = `
AK alaska; AL alabama; AR arkansas; AS american samoa; AZ arizona; CA california; CO colorado;
CT connecticut; DC district of columbia|washington dc|d c; DE delaware; FL florida; GA georgia;
GU guam; HI hawaii; IA iowa; ID idaho; IL illinois; IN indiana; KS kansas; KY kentucky;
LA louisiana; MA massachusetts; MD maryland; ME maine; MI michigan; MN minnesota; MO missouri;
MP northern mariana islands; MS mississippi; MT montana; NC north carolina; ND north dakota;
NE nebraska; NH new hampshire; NJ new jersey; NM new mexico; NV nevada;
NY new york|new york state; OH ohio; OK oklahoma; OR oregon; PA pennsylvania; PR puerto rico;
RI rhode island; SC south carolina; SD south dakota; TN tennessee; TX texas; UT utah;
VA virginia; VI virgin islands us|us virgin islands; VT vermont; WA washington|washington state;
WI wisconsin; WV west virginia; WY wyoming; AB alberta; BC british columbia; MB manitoba;
NB new brunswick; NL newfoundland and labrador|newfoundland; NS nova scotia;
NT northwest territories; NU nunavut; ON ontario; PE prince edward island; QC quebec;
SK saskatchewan; YT yukon
`;
const CODES = new Map<string, string>();
for (const row of TABLE.split(";")) {
  const [, code = "", names = ""] = /^\s*(\S+) ([^]*\S)\s*$/.exec(row) ?? [];
  for (const name of [code, ...names.split("|")]) {
    if (!CODES.has(fold(name))) {
      CODES.set(fold(name), code);
    }
  }
}

/** Returns the postal code of a state of the USA or a province of Canada, or null. */
export function stateToCode(name: string): string | null {
  return CODES.get(fold(name)) ?? null;
}

/** Makes names comparable: no case, accents or full stops. */
function fold(name: string): string {
  const letters = name.toLowerCase().normalize("NFKD");
  return letters
    .replace(/[\u0300-\u036f.]/g, "")
    .replace(/[\s_-]+/g, " ")
    .trim()
    .replace(/ state$/, "")
    .replace(/ province$/, "");
}
