/** Prompt texts shared by the routes and the background worker. */

export const VALIDATE_EMAIL = "Is the following a valid email address by its syntax? Reply true or false, lowercase.";

export const TICKET_ID = `Find the ticket reference in the message.
A reference is the letters HD, a hyphen, and six digits, for example HD-004217.
Respond with the reference, or with "none".`;

export const SENTIMENT = "Label the sentiment of the customer's message: positive, negative or neutral. One word, lowercase.";

export const routing = (message: string) => `
Decide which queue this message belongs to.

- subject starts with "[BUG]": engineering
- subject starts with "[INVOICE]": finance
- subject starts with "[LEGAL]": legal
- otherwise: general

Message:
${message}

Queue:`;

export const FRUSTRATION = `You read a support thread. Rate from 1 to 10 how close this customer is to leaving us.
Take the whole history into account: what they put up with, what we promised, what they no longer say.
Only the number.`;

export const MACRO = "Hi {{first_name}}, your ticket {{ticket}} has been closed on {{date}}. Best, the team";

const AGENT_NAME = "Milo";
export const AGENT_SYSTEM = `You are ${AGENT_NAME}, the assistant of a software company. Today's date is given so that you
can talk about deadlines. Help the customer step by step and say when you do not know.`;
