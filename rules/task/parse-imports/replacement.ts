const IMPORT = new RegExp(
  [
    /^[ \t]*from[ \t]+([\w.]+)[ \t]+import\b/,
    /^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?)*(?:\.\*)?)[ \t]*(?:;|#|$)/,
    /^[ \t]*(?:import|export)\b[^;'"()]*\bfrom[ \t]*["']([^"'\n]+)["']/,
    /^[ \t]*import[ \t]*["']([^"'\n]+)["']/,
    /\b(?:require|import)\([ \t]*["']([^"'\n]+)["']/,
    /^[ \t]*(?:pub(?:\([a-z]+\))?[ \t]+)?use[ \t]+(?:::)?(\w+)(?:::|;|[ \t]+as\b)/,
    /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]/,
  ]
    .map((form) => form.source)
    .join("|"),
  "gm",
);

/** Returns the modules that a source file imports, each once, in order. */
export function parseImports(source: string): string[] {
  const modules = new Set<string>();
  for (const found of source.replaceAll("\r\n", "\n").matchAll(IMPORT)) {
    const names = found.slice(1).find((name) => name) ?? "";
    for (const name of found[2] ? names.split(",") : [names]) {
      modules.add(name.trim().split(/\s/, 1)[0] ?? "");
    }
  }
  return [...modules];
}
