use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

// Short lists to start with; better: a local entity model.
const FIRST: &str = ",john,mary,james,anna,maria,peter,paul,david,sarah,michael,laura,thomas,emma,lisa,robert,angela,tim,susan,marie,jean,";
const ORGANISATION: &str = ",inc,ltd,gmbh,ag,corp,llc,plc,corporation,company,university,bank,institute,group,foundation,ministry,council,";
const PLACES: &str = ",paris,london,berlin,madrid,rome,vienna,tokyo,new york,san francisco,germany,france,spain,italy,japan,china,india,brazil,canada,australia,switzerland,austria,europe,";
const SKIPPED: &str =
    ",a,an,the,in,on,at,from,to,of,and,but,he,she,it,they,we,i,when,after,for,with,by,is,was,";
static TITLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? ").expect("a valid pattern"));
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    let word = "[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ'’-]*";
    let run = format!(r"(\t)?({word}(?: (?:of )?{word})*)");
    Regex::new(&run).expect("a valid pattern")
});

/// Returns the persons, organisations and places that an English text names.
pub fn extract_entities(text: &str) -> BTreeMap<&'static str, Vec<String>> {
    let kinds = ["persons", "organisations", "places"];
    let mut found: BTreeMap<_, Vec<String>> = kinds.map(|kind| (kind, Vec::new())).into();
    let text = TITLE.replace_all(text, "\t");
    for run in RUN.captures_iter(&text) {
        let skipped = |word: &&str| listed(SKIPPED, word);
        let words: Vec<&str> = run[2].split(' ').skip_while(skipped).collect();
        let name = words.join(" ");
        let names = kind(run.get(1).is_some(), &words).and_then(|kind| found.get_mut(kind));
        if let Some(names) = names
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    found
}

fn kind(title: bool, words: &[&str]) -> Option<&'static str> {
    let first = words.first()?;
    let organisation = words.len() > 1 && words.iter().any(|word| listed(ORGANISATION, word));
    match title {
        true => Some("persons"),
        _ if organisation => Some("organisations"),
        _ if listed(PLACES, &words.join(" ")) => Some("places"),
        _ => listed(FIRST, first).then_some("persons"),
    }
}

fn listed(list: &str, word: &str) -> bool {
    list.contains(&format!(",{},", word.to_lowercase()))
}
