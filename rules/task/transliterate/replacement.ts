// A letter and how it is written in Latin; an underscore is nothing.
const LATIN = `
а a б b в v г g д d е e ё yo ж zh з z и i
й y к k л l м m н n о o п p р r с s т t
у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _
э e ю yu я ya є ye і i ї yi ґ g
α a β v γ g δ d ε e ζ z η i θ th ι i κ k
λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t
υ y φ f χ ch ψ ps ω o ά a έ e ή i ί i ό o
ύ y ώ o ϊ i ϋ y
あ a い i う u え e お o か ka き ki く ku け ke こ ko
さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to
な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho
ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri
る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge
ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de
ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe
ぽ po ゔ vu
`;
const SMALL: Record<string, string> = { ゃ: "a", ゅ: "u", ょ: "o" };

/** Writes Cyrillic, Greek and kana in Latin letters; other characters stay. */
export function transliterate(text: string): string {
  const words = LATIN.trim().split(/\s+/);
  const latin = new Map<string, string>();
  for (let at = 0; at < words.length; at += 2) {
    latin.set(words[at] ?? "", (words[at + 1] ?? "").replace("_", ""));
  }
  let out = "";
  let doubled = false;
  for (const letter of text) {
    // Katakana stand 96 places after hiragana.
    const isKatakana = "ァ" <= letter && letter <= "ヴ";
    const lower = isKatakana
      ? String.fromCharCode(letter.charCodeAt(0) - 96)
      : letter.toLowerCase();
    const small = Object.hasOwn(SMALL, lower) ? SMALL[lower] : undefined;
    if (lower === "っ") {
      doubled = true;
    } else if (small && out.endsWith("i")) {
      // 'kya' is written as 'ki' and a small 'ya'; 'sha' has no y.
      out = out.slice(0, -1) + (/(?:shi|chi|ji)$/.test(out) ? "" : "y") + small;
    } else if (letter === "ー") {
      out += [...out].at(-1) ?? "";
    } else {
      let written = latin.get(lower) ?? letter;
      if (doubled && latin.has(lower)) {
        written = written.slice(0, 1).replace("c", "t") + written;
      }
      doubled = false;
      if (latin.has(lower) && letter !== lower && !isKatakana) {
        written = written.slice(0, 1).toUpperCase() + written.slice(1);
      }
      out += written;
    }
  }
  return out;
}
