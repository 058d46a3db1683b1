const SUFFIX =
  "(?:(?:a|b|rc)[0-9]+)?(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z.-]*[0-9A-Za-z])?";
const VERSION = new RegExp(
  `\\b(?:version:?\\s*v?|release\\s+v?|ver\\.?\\s*|v\\.?\\s?)([0-9]+(?:\\.[0-9]+)+${SUFFIX})` +
    `|(?:^|[^0-9A-Za-z.])([0-9]+(?:\\.[0-9]+){2,}${SUFFIX})`,
  "gi",
);

/** Returns the first version number in a text, or null. */
export function extractVersion(text: string): string | null {
  for (const [, marked, bare = ""] of text.matchAll(VERSION)) {
    if (marked ?? !/^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$/.test(bare)) {
      return withoutFileEnding(marked ?? bare);
    }
  }
  return null;
}

/** Drops what a file's name adds, as in 1.2.3-x86.tar.gz. */
function withoutFileEnding(version: string): string {
  return version.replace(
    /(?:\.tar)?\.(?:gz|xz|bz2|zip|whl|deb|rpm|exe|jar)$/,
    "",
  );
}
