/** Renders the marks (**bold**, _italic_) of a reply for the preview. */
export function generateText(options: { prompt: string; ticketId: string }): string {
  return `${options.ticketId}: ${options.prompt.replace(/\*\*(.+?)\*\*/g, "$1").replace(/_(.+?)_/g, "$1")}`;
}
