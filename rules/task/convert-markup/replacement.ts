import MarkdownIt from "markdown-it";

const RENDERER = new MarkdownIt("commonmark");

/** Returns Markdown as an HTML fragment. */
export function convertMarkup(markdown: string): string {
  return RENDERER.render(markdown);
}
