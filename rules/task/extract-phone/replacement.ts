import {
  findPhoneNumbersInText,
  type CountryCode,
} from "libphonenumber-js/max";

const REGION: string = "US"; // slot: region

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b/;

/** Returns the first phone number in a text in E.164 form, or null. */
export function extractPhone(text: string): string | null {
  const found = findPhoneNumbersInText(text, REGION as CountryCode);
  // In some regions dates and the digits of identifiers are numbers that could be dialled.
  const phone = found.find(
    ({ startsAt }) =>
      !DATE.test(text.slice(startsAt)) &&
      !/[A-Za-z0-9][-_#/]?$/.test(text.slice(0, startsAt)),
  );
  return phone?.number.number ?? null;
}
