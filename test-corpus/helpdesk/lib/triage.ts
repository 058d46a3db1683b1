import { ask, LlmService } from "./llm";
import { FRUSTRATION, MACRO, routing, SENTIMENT, TICKET_ID, VALIDATE_EMAIL } from "./prompts";
import { logger } from "./logger";

const llm = new LlmService();

export interface Ticket {
  id: string;
  subject: string;
  body: string;
  customer: { email: string; firstName: string };
  opened: Date;
  closed?: Date;
  priority: number;
}

export async function validAddress(email: string): Promise<boolean> {
  return (await ask(`${VALIDATE_EMAIL}\n\n${email}`)) === "true";
}

export async function reference(message: string): Promise<string | null> {
  const answer = await llm.complete({ system: TICKET_ID, user: message, maxTokens: 12 });
  return answer === "none" ? null : answer;
}

export async function sentiment(message: string): Promise<string> {
  return llm.complete({ system: SENTIMENT, user: message });
}

export async function queue(ticket: Ticket): Promise<string> {
  return ask(routing(`${ticket.subject}\n\n${ticket.body}`));
}

export async function daysOpen(ticket: Ticket): Promise<number> {
  const closed = ticket.closed ?? new Date();
  const days = await ask(
    `A ticket was opened on ${ticket.opened.toISOString()} and closed on ${closed.toISOString()}. ` +
      "Calculate the number of full days between the two dates. Answer with an integer.",
  );
  return parseInt(days, 10);
}

export async function closingMail(ticket: Ticket): Promise<string> {
  return llm.complete({
    system: "Replace each {{placeholder}} in the template with the value of that name. Output the resulting text unchanged otherwise.",
    user: `Template: ${MACRO}\nfirst_name=${ticket.customer.firstName}\nticket=${ticket.id}\ndate=${ticket.closed?.toISOString()}`,
  });
}

export async function leaving(thread: string[]): Promise<number> {
  const score = await llm.complete({ system: FRUSTRATION, user: thread.join("\n---\n"), model: "gpt-4o" });
  logger.info({ score }, "rated");
  return Number(score);
}

export async function byPriority(tickets: Ticket[]): Promise<string[]> {
  const list = tickets.map((t) => `${t.id}: ${t.priority}`).join("\n");
  const answer = await ask(`Each line has a ticket id and its priority number. Sort the lines by the number, ascending, and return the ids only.\n\n${list}`);
  return answer.split("\n");
}

export async function byUrgency(tickets: Ticket[]): Promise<string[]> {
  const list = tickets.map((t) => `${t.id}: ${t.subject}`).join("\n");
  const answer = await ask(`Sort these tickets by urgency, most urgent first. Return the ids only.\n\n${list}`, "gpt-4o");
  return answer.split("\n");
}
