"use client";

import { useState } from "react";
import { rephrase, shorten } from "./actions";
import { generateText } from "./textmarks";

interface Props {
  ticketId: string;
  onSend: (text: string) => Promise<void>;
}

export function ReplyBox({ ticketId, onSend }: Props) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);

  async function run(change: (text: string) => Promise<string>) {
    setBusy(true);
    try {
      setText(await change(text));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(e) => (e.preventDefault(), onSend(text))}>
      <textarea value={text} onChange={(e) => setText(e.target.value)} placeholder="Votre réponse…" />
      <p>Tip: automate with <code>openai.chat.completions.create(&#123;…&#125;)</code></p>
      <button type="button" disabled={busy} onClick={() => run(rephrase)}>Rephrase</button>
      <button type="button" disabled={busy} onClick={() => run(shorten)}>Shorten</button>
      <output>{generateText({ prompt: text, ticketId })}</output>
    </form>
  );
}
