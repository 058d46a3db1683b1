import twilio from "twilio";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import axios from "axios";
import { get_encoding } from "tiktoken";

const sms = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);
const lambda = new LambdaClient({});

export async function sendSms(to: string, body: string) {
  const message = await sms.messages.create({ to, from: "+15550100", body });
  return message.sid;
}

export async function nightly(prompt: string) {
  return lambda.send(new InvokeCommand({ FunctionName: "nightly-report", Payload: JSON.stringify({ prompt, model: "gpt-4o" }) }));
}

export async function announce(text: string) {
  await axios.post("https://chat.helpdesk.example/rooms/support/lines", { channel: "support", messages: [{ content: text }] });
}

export function tokenCount(text: string): number {
  const encoding = get_encoding("o200k_base");
  return encoding.encode(text).length;
}

export function helpText(): string {
  return `Usage: const { text } = await generateText({ model: openai("gpt-4o"), prompt: "Extract the email" });`;
}
