/// The length of an IBAN by country, from the SWIFT registry.
const LENGTHS: &str = "\
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 \
    CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 \
    GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 \
    LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 \
    NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 \
    SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 \
";

/// Returns whether a text is an IBAN: its country's length and the right check digits.
pub fn validate_iban(iban: &str) -> bool {
    let compact: String = iban.chars().filter(|c| !c.is_whitespace()).collect();
    if compact.len() < 5 || !compact.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return false;
    }
    let compact = compact.to_ascii_uppercase();
    let (head, account) = compact.split_at(4);
    let (country, check) = head.split_at(2);
    let length = format!("{country}{}", compact.len());
    if !check.bytes().all(|b| b.is_ascii_digit()) || !LENGTHS.split(' ').any(|l| l == length) {
        return false;
    }
    let values = account
        .chars()
        .chain(head.chars())
        .filter_map(|c| c.to_digit(36));
    let remainder = values.fold(0, |remainder, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (remainder * shift + value) % 97
    });
    remainder == 1
}
