export const PROMPTS = {
  thanks: `Write a letter of thanks to {{name}}, who gave {{amount}} for {{project}}. Format the amount with the
currency sign, mention one thing that the money makes possible, and stay below 90 words.`,
  receipt: `Complete the receipt below with the data and return it exactly, with nothing added:

We confirm that ____ (name) gave ____ (amount) EUR on ____ (date).

Data: {{data}}`,
  opening: {
    en: "Open the letter in a way that nobody has read before. One sentence.",
    de: "Beginne den Brief so, wie ihn noch niemand gelesen hat. Ein Satz.",
    fr: "Commence la lettre comme personne ne l'a encore lue. Une phrase.",
  },
} as const;
