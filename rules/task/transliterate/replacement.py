# A letter and how it is written in Latin; an underscore is nothing.
_LATIN = """
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
"""
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}


def transliterate(text: str) -> str:
    """Write Cyrillic, Greek and kana in Latin letters; other characters stay."""
    words = _LATIN.split()
    latin = {a: b.strip("_") for a, b in zip(words[::2], words[1::2], strict=True)}
    out = ""
    doubled = False
    for letter in text:
        # Katakana stand 96 places after hiragana.
        is_katakana = "ァ" <= letter <= "ヴ"
        lower = chr(ord(letter) - 96) if is_katakana else letter.lower()
        if lower == "っ":
            doubled = True
        elif lower in _SMALL and out.endswith("i"):
            # 'kya' is written as 'ki' and a small 'ya'; 'sha' has no y.
            soft = "" if out.endswith(("shi", "chi", "ji")) else "y"
            out = out[:-1] + soft + _SMALL[lower]
        elif letter == "ー":
            out += out[-1:]
        else:
            written = latin.get(lower, letter)
            if doubled and lower in latin:
                written = written[:1].replace("c", "t") + written
            doubled = False
            if lower in latin and letter != lower and not is_katakana:
                written = written[:1].upper() + written[1:]
            out += written
    return out
