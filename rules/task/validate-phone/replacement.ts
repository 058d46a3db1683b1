import { isValidPhoneNumber, type CountryCode } from "libphonenumber-js/max";

const REGION: string = "US"; // slot: region

/** Returns whether a text is a valid phone number, of the region or in international form. */
export function validatePhone(text: string): boolean {
  return isValidPhoneNumber(text, REGION as CountryCode);
}
