/** Prompts of the application. */
export const EXTRACT = `
You are a careful assistant.
Extract the e-mail address from the message. Reply with the address only.
`;
