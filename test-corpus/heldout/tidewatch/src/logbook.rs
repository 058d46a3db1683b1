//! The skipper's logbook: free text in, something useful out.
use crate::model::Model;
use anyhow::Result;

const EXAMPLES: [(&str, &str); 2] = [
    ("Left at first light, engine coughed twice, fine after.", "engine"),
    ("Boy seasick, turned back off the point.", "crew"),
];

pub async fn concern(model: &Model, entry: &str) -> Result<String> {
    let mut prompt = String::from("What would worry the owner of the boat in this entry? One word.\n\n");
    for (text, word) in EXAMPLES {
        prompt.push_str(&format!("Entry: {text}\nWord: {word}\n\n"));
    }
    prompt.push_str(&format!("Entry: {entry}\nWord:"));
    model.tell("You read logbooks.", &prompt).await
}

pub async fn distance(model: &Model, day: &str) -> Result<f64> {
    let reply = model
        .tell("Calculate the distance sailed on this day in nautical miles from the places and times that are mentioned. Number only.", day)
        .await?;
    Ok(reply.trim().parse()?)
}

pub async fn merged(model: &Model, skipper: &str, mate: &str) -> Result<String> {
    model
        .tell(
            "Merge the two accounts of the same day into one, in order of time, without duplicates; where they differ, say so.",
            &format!("Skipper:\n{skipper}\n\nMate:\n{mate}"),
        )
        .await
}

pub async fn dated(model: &Model, entry: &str, year: i32) -> Result<String> {
    model
        .tell(
            &format!("Find the date at the beginning of the entry and write it as YYYY-MM-DD. The year is {year}."),
            entry,
        )
        .await
}
