const CASE: string = "snake"; // slot: case

/** Returns a text in snake, kebab, camel, pascal, constant, title, sentence, upper or lower case. */
export function changeCase(text: string): string {
  switch (CASE) {
    case "upper":
      return text.toUpperCase();
    case "lower":
      return text.toLowerCase();
    case "sentence":
      return capital(text);
    case "title":
      return text.split(" ").map(capital).join(" ");
  }
  const words = wordsOf(text).map((word) => word.toLowerCase());
  switch (CASE) {
    case "kebab":
      return words.join("-");
    case "constant":
      return words.join("_").toUpperCase();
    case "pascal":
      return words.map(capital).join("");
    case "camel":
      return words.slice(0, 1).concat(words.slice(1).map(capital)).join("");
  }
  return words.join("_");
}

function capital(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("").toLowerCase();
}

/** Splits at what is no letter or digit, and at the humps of camelCase and HTTPServer. */
function wordsOf(text: string): string[] {
  return text
    .replace(/['’]/g, "")
    .replace(/([^\p{Lu}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word);
}
