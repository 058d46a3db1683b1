import {
  findPhoneNumbersInText,
  type CountryCode,
} from "libphonenumber-js/max";

const REGION: string = "US"; // slot: region

/** Returns the first phone number in a text in E.164 form, or null. */
export function extractPhone(text: string): string | null {
  const [first] = findPhoneNumbersInText(text, REGION as CountryCode);
  return first?.number.number ?? null;
}
