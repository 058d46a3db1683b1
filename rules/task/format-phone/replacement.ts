import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { CountryCode } from "libphonenumber-js/max";

/** Returns a phone number in E.164 form, or null if it is not valid. */
export function formatPhone(number: string, country: string): string | null {
  const code = country ? (country as CountryCode) : undefined;
  const parsed = parsePhoneNumberFromString(number, code);
  return parsed?.isValid() ? parsed.number : null;
}
