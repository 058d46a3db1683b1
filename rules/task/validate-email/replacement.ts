const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

/** Returns whether a text is, as a whole, an e-mail address of the usual form. */
export function validateEmail(address: string): boolean {
  const short = address.length <= 254 && address.lastIndexOf("@") <= 64;
  return short && EMAIL.test(address);
}
