import { b } from "./baml_client";

export const stream = (text: string) => b.stream.NameIt(`Mr ${text}`);
