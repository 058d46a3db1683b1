const YES: &str = "yes yep yeah yup y sure ok okay true correct right absolutely definitely certainly affirmative agreed please accept ja oui si sí sim da tak igen はい 是";
const NO: &str = "no nope nah n false incorrect wrong never not negative disagree decline refuse don't dont nein non não nie нет いいえ 不是 否";

/// Returns what a short answer says, or nothing if it says neither or both.
pub fn parse_yes_no(text: &str) -> Option<bool> {
    let lower = text.to_lowercase().replace('’', "'");
    let holds = |list: &str| {
        lower
            .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\''))
            .any(|word| list.split(' ').any(|known| known == word))
    };
    let (yes, no) = (holds(YES), holds(NO));
    (yes != no).then_some(yes)
}
