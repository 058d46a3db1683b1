import { Parser } from "htmlparser2";

type Value = string | { [name: string]: Value | Value[] };
interface Open {
  name: string;
  attributes: [string, string][];
  children: Map<string, Value[]>;
  text: string;
}

/** Returns an XML document as nested objects, or null if there is none. */
export function parseXml(text: string): Value | null {
  const root: Open = {
    name: "",
    attributes: [],
    children: new Map(),
    text: "",
  };
  const stack = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const own = Object.entries(attributes).filter(
          ([key]) => !/^xmlns(:|$)/.test(key),
        );
        stack.push({
          name: local(name),
          attributes: own,
          children: new Map(),
          text: "",
        });
      },
      ontext(piece) {
        stack.at(-1)!.text += piece;
      },
      onclosetag() {
        const closed = stack.pop();
        const siblings = stack.at(-1)?.children;
        if (closed && siblings) {
          siblings.set(closed.name, [
            ...(siblings.get(closed.name) ?? []),
            value(closed),
          ]);
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(text.trim());
  return root.children.size > 0 ? value({ ...root, text: "" }) : null;
}

/** Returns an element's text, or an object of its attributes, children and text. */
function value({ attributes, children, text }: Open): Value {
  const fields: [string, Value | Value[]][] = [
    ...attributes.map(([name, text]): [string, Value] => [
      `@${local(name)}`,
      text,
    ]),
    ...[...children].map(([name, all]): [string, Value | Value[]] => [
      name,
      all.length === 1 ? (all[0] ?? "") : all,
    ]),
  ];
  if (fields.length === 0) {
    return text.trim();
  }
  return Object.fromEntries(
    text.trim() ? [...fields, ["#text", text.trim()]] : fields,
  );
}

function local(name: string): string {
  return name.replace(/^.*:/, "");
}
