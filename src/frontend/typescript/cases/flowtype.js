// @flow
import type { Node } from "react";
type Props = { text: string, n?: number };
export async function run(props: Props): Promise<string> {
  const answer: string = await ask(`Count ${props.text}`);
  return (answer: any);
}
#!not a line
