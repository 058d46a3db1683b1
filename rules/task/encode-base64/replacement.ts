const DIRECTION: string = "encode"; // slot: direction

/** Returns a text in Base64, or decodes it, or null if it is no Base64 of UTF-8 text. */
export function encodeBase64(text: string): string | null {
  if (DIRECTION === "encode") {
    return Buffer.from(text, "utf8").toString("base64");
  }
  const plain = text
    .replace(/\s/g, "")
    .replace(/=+$/, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) {
    return null;
  }
  try {
    const bytes = Buffer.from(plain, "base64");
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return null;
  }
}
