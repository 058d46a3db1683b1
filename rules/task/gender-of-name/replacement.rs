use unicode_normalization::UnicodeNormalization;

const FEMALE: &str = "anna maria mary emma laura sarah lisa julia sophie marie elisabeth susan linda karen nancy claire camille chloe elodie lucia carmen ana sofia isabel petra ursula heike sabine monika lea mia hannah emily olivia";
const MALE: &str = "peter john james robert michael david thomas paul hans klaus wolfgang jurgen juergen uwe stefan lukas felix pierre jean jacques luc michel jose juan carlos luis miguel pedro noah liam william daniel mark george";

/// Returns the usual gender of the first word of a name: female, male or unknown.
pub fn gender_of_name(name: &str) -> String {
    let plain: String = name
        .trim()
        .to_lowercase()
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    let first = plain
        .split(|c: char| c.is_whitespace() || c == '-')
        .next()
        .unwrap_or("");
    let listed = |list: &str| list.split(' ').any(|known| known == first);
    match first {
        _ if listed(FEMALE) => "female",
        _ if listed(MALE) => "male",
        _ => "unknown",
    }
    .to_owned()
}
