const OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const URL_FORM = new RegExp(
  `^https?://(?:localhost|${OCTET}(?:\\.${OCTET}){3}` +
    `|(?:${LABEL}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))` +
    "(?::([0-9]{1,5}))?(?:[/?#][!#-;=?-Z_a-z~\\[\\]@$&'*+,]*)?$",
  "i",
);

/** Returns whether a text is, as a whole, a web address of the usual form. */
export function validateUrl(text: string): boolean {
  const found = URL_FORM.exec(text);
  return found !== null && Number(found[1] ?? 0) <= 65535;
}
