"use client";

import { useCompletion } from "@ai-sdk/react";
import { useState } from "react";

export function NoteField({ onSave }: { onSave: (note: string) => Promise<void> }) {
  const [note, setNote] = useState("");
  const { completion, isLoading } = useCompletion({ api: "/api/note" });
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        await onSave(completion || note);
      }}
    >
      <textarea value={note} onChange={(event) => setNote(event.target.value)} disabled={isLoading} />
      <button type="submit">Save</button>
    </form>
  );
}
