const BROWSERS: [string, RegExp][] = [
  ["Edge", /Edg(?:e|A|iOS)?\/([0-9.]+)/],
  ["Opera", /(?:OPR|Opera)\/([0-9.]+)/],
  ["Samsung Internet", /SamsungBrowser\/([0-9.]+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/([0-9.]+)/],
  ["Chrome", /(?:Chrome|CriOS|Chromium)\/([0-9.]+)/],
  ["Safari", /Version\/([0-9.]+).* Safari\//],
  ["Internet Explorer", /(?:MSIE |Trident\/.*rv:)([0-9.]+)/],
  ["curl", /^curl\/([0-9.]+)/],
];
const SYSTEMS: [string, RegExp][] = [
  ["Windows", /Windows/],
  ["Android", /Android/],
  ["iOS", /iPhone|iPad|iPod/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux|X11/],
];
const DEVICES: [string, RegExp][] = [
  ["bot", /bot\b|crawl|spider|slurp|^curl\/|^python-|^wget\//i],
  ["tablet", /iPad|Tablet/],
  ["mobile", /Mobile|iPhone|iPod/],
  ["tablet", /Android/],
  ["desktop", /Windows|Macintosh|CrOS|X11/],
];

interface UserAgent {
  browser: string;
  version: string;
  os: string;
  device: string;
}

/** Returns browser, version, system and device of a user agent, or null. */
export function parseUserAgent(userAgent: string): UserAgent | null {
  const first = (table: [string, RegExp][]) =>
    table.find(([, form]) => form.test(userAgent));
  const browser = first(BROWSERS);
  const parts = {
    browser: browser?.[0] ?? "",
    version: browser?.[1].exec(userAgent)?.[1] ?? "",
    os: first(SYSTEMS)?.[0] ?? "",
    device: first(DEVICES)?.[0] ?? "",
  };
  return Object.values(parts).some((part) => part) ? parts : null;
}
