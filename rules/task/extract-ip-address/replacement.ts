import { isIP } from "node:net";

const CANDIDATE =
  /(?:[0-9]{1,3}\.){3}[0-9]{1,3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,6}:(?:[0-9]{1,3}\.){3}[0-9]{1,3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}/g;

/** Returns the first IPv4 or IPv6 address in a text, or null. */
export function extractIpAddress(text: string): string | null {
  for (const found of text.matchAll(CANDIDATE)) {
    const [address] = found;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + address.length);
    const part = /[0-9A-Za-z.]$/.test(before) || /^\.?[0-9A-Za-z]/.test(after);
    if (!part && address !== "::" && isIP(address) !== 0) {
      return address;
    }
  }
  return null;
}
