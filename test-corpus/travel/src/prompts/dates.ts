export const TO_ISO = `Rewrite the travel date as YYYY-MM-DD.
Dates come from French, German and Spanish forms, for example "12 mars 2025", "12.03.2025" or "12 de marzo de 2025".
Reply with the date only.`;

export const PROPOSE_DATES = `Propose three dates for the trip, given the season, the school holidays of the family
and what the place is best for. Return valid JSON: an array of {"date": "YYYY-MM-DD", "reason": string}.`;
