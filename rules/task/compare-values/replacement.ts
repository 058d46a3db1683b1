/** Returns 'less', 'equal' or 'greater' for two numbers, versions or texts. */
export function compareValues(first: string, second: string): string {
  const [a, b] = [first.trim().toLowerCase(), second.trim().toLowerCase()];
  const [x, y] = [numeric(a), numeric(b)];
  let order = a < b ? -1 : a > b ? 1 : 0;
  const dotted = /^v?[0-9]+(?:\.[0-9]+)*$/;
  const version = /^v?[0-9]+(?:\.[0-9]+){2,}$/;
  if (x !== null && y !== null) {
    order = x - y;
  } else if (
    (version.test(a) || version.test(b)) &&
    dotted.test(a) &&
    dotted.test(b)
  ) {
    order = versionOrder(a, b);
  }
  return order === 0 ? "equal" : order < 0 ? "less" : "greater";
}

function numeric(text: string): number | null {
  let plain = text.replace(/[\s€$£%]/g, "");
  if (/^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(plain)) {
    plain = plain.replaceAll(",", "");
  }
  return /^[+-]?[0-9]+(?:\.[0-9]+)?$/.test(plain) ? Number(plain) : null;
}

function versionOrder(a: string, b: string): number {
  const [left, right] = [a, b].map((text) =>
    text.replace(/^v/, "").split(".").map(Number),
  ) as [number[], number[]];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
