/// A letter and how it is written in Latin; an underscore is nothing.
const LATIN: &str = "
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
";

/// Writes Cyrillic, Greek and kana in Latin letters; other characters stay.
pub fn transliterate(text: &str) -> String {
    let mut out = String::new();
    let mut doubled = false;
    for letter in text.chars() {
        // Katakana stand 96 places after hiragana.
        let is_katakana = ('ァ'..='ヴ').contains(&letter);
        let lower: String = match is_katakana {
            true => char::from_u32(letter as u32 - 96).into_iter().collect(),
            false => letter.to_lowercase().collect(),
        };
        let small = match lower.as_str() {
            "ゃ" => Some('a'),
            "ゅ" => Some('u'),
            "ょ" => Some('o'),
            _ => None,
        };
        match small {
            _ if lower == "っ" => doubled = true,
            Some(small) if out.ends_with('i') => {
                // 'kya' is written as 'ki' and a small 'ya'; 'sha' has no y.
                let hard = ["shi", "chi", "ji"].iter().any(|end| out.ends_with(end));
                out.pop();
                out.push_str(if hard { "" } else { "y" });
                out.push(small);
            }
            _ if letter == 'ー' => out.extend(out.chars().next_back()),
            _ => {
                let known = latin(&lower);
                let written = known.map_or(letter.to_string(), str::to_owned);
                if std::mem::take(&mut doubled) && known.is_some() {
                    out.extend(
                        written
                            .chars()
                            .next()
                            .map(|c| if c == 'c' { 't' } else { c }),
                    );
                }
                match known.is_some() && !is_katakana && lower != letter.to_string() {
                    true => out.push_str(&capital(&written)),
                    false => out.push_str(&written),
                }
            }
        }
    }
    out
}

fn latin(letter: &str) -> Option<&'static str> {
    let mut words = LATIN.split_whitespace();
    while let (Some(known), Some(written)) = (words.next(), words.next()) {
        if known == letter {
            return Some(written.trim_matches('_'));
        }
    }
    None
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
