import Anthropic from "@anthropic-ai/sdk";
import { bookingCode, PROPOSE_DATES, TO_ISO } from "./prompts";

const HAIKU = "claude-3-5-haiku-latest";

function text(message: Anthropic.Message): string {
  const block = message.content[0];
  return block.type === "text" ? block.text.trim() : "";
}

export interface Guest {
  name: string;
  iban?: string;
  luggageKg: number;
}

export class BookingDesk {
  private client = new Anthropic();
  static readonly AIRLINE_TONE = "You answer guests of a small tour operator. Calm, precise, never salesy.";

  async code(mail: string): Promise<string> {
    const message = await this.client.messages.create({
      model: HAIKU,
      max_tokens: 16,
      system: bookingCode,
      messages: [{ role: "user", content: mail }],
    });
    return text(message);
  }

  async isoDate(input: string): Promise<string> {
    const message = await this.client.messages.create({
      model: HAIKU,
      max_tokens: 12,
      messages: [{ role: "user", content: TO_ISO + "\n\nDate: " + input }],
    });
    return text(message);
  }

  async proposeDates(family: string, place: string): Promise<Array<{ date: string; reason: string }>> {
    const message = await this.client.messages.create({
      model: "claude-3-7-sonnet-latest",
      max_tokens: 500,
      system: PROPOSE_DATES,
      messages: [{ role: "user", content: `Family: ${family}\nPlace: ${place}` }],
    });
    return JSON.parse(text(message));
  }

  async ibanValid(guest: Guest): Promise<boolean> {
    const message = await this.client.messages.create({
      model: HAIKU,
      max_tokens: 5,
      messages: [{ role: "user", content: `Verify the check digits of this IBAN using the mod-97 algorithm: ${guest.iban}. Output VALID or INVALID only.` }],
    });
    return text(message) === "VALID";
  }

  async pounds(guest: Guest): Promise<number> {
    const messages: Anthropic.MessageParam[] = [];
    messages.push({ role: "user", content: `How many pounds are ${guest.luggageKg} kg? Round to one decimal place. Answer with the number alone.` });
    const message = await this.client.messages.create({ model: HAIKU, max_tokens: 8, messages });
    return parseFloat(text(message));
  }

  async answer(question: string, booking: string): Promise<string> {
    const message = await this.client.messages.create({
      model: "claude-3-7-sonnet-latest",
      max_tokens: 700,
      system: BookingDesk.AIRLINE_TONE,
      messages: [{ role: "user", content: `Booking:\n${booking}\n\nQuestion: ${question}` }],
    });
    return text(message);
  }

  async sum(prices: number[]): Promise<number> {
    const lines = prices.map((p) => p.toFixed(2));
    const message = await this.client.messages.create({
      model: HAIKU,
      max_tokens: 12,
      messages: [{ role: "user", content: "Add these prices and subtract a discount of 10 %: " + lines.join(" + ") + ". Just the result." }],
    });
    return Number(text(message));
  }

  async batches() {
    return this.client.messages.batches.list({ limit: 20 });
  }

  async size(mail: string) {
    return this.client.messages.countTokens({ model: HAIKU, messages: [{ role: "user", content: mail }] });
  }
}
