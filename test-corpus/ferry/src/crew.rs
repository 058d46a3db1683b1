use anyhow::Result;
use rig::completion::Prompt;
use rig::providers::openai;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Coordinates as written in the log, in degrees with decimals.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
struct Position {
    /// latitude converted from degrees and minutes to decimal degrees
    latitude: f64,
    /// longitude converted from degrees and minutes to decimal degrees
    longitude: f64,
}

/// How the trip went.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
struct Debrief {
    /// what the crew should do differently
    lesson: String,
    /// how much time was lost, in minutes, as far as one can tell
    minutes_lost: u32,
}

async fn position(client: &openai::Client, line: &str) -> Result<Position> {
    Ok(client.extractor::<Position>("gpt-4o-mini").build().extract(line).await?)
}

async fn debrief(client: &openai::Client, report: &str) -> Result<Debrief> {
    let extractor = client
        .extractor::<Debrief>("gpt-4o")
        .preamble("You are an old captain.")
        .build();
    Ok(extractor.extract(report).await?)
}

async fn roster(client: &openai::Client, lines: &str) -> Result<String> {
    let agent = client
        .agent("gpt-4o-mini")
        .preamble("You get a CSV with the columns name, date, hours. Sum up the hours per name. Output name;hours, one per line, sorted by name.")
        .build();
    Ok(agent.prompt(lines).await?)
}

async fn fair_roster(client: &openai::Client, lines: &str) -> Result<String> {
    let agent = client
        .agent("gpt-4o")
        .preamble("You plan the crew. Distribute the next week fairly: nobody should feel that the others have it easier. Keep the dates in order.")
        .build();
    Ok(agent.prompt(lines).await?)
}

async fn mood(client: &openai::Client, review: &str) -> Result<String> {
    let agent = client
        .agent("gpt-4o-mini")
        .preamble("Classify the review of our ferry as positive, negative or neutral. Return the label in lower case.")
        .temperature(0.0)
        .build();
    Ok(agent.prompt(review).await?)
}

async fn answer(client: &openai::Client, review: &str) -> Result<String> {
    Ok(client
        .agent("gpt-4o")
        .preamble("Answer reviews for the ferry line. Thank people, never argue.")
        .build()
        .prompt(review)
        .await?)
}

pub async fn all(text: &str) -> Result<()> {
    let client = openai::Client::from_env();
    println!("{:?}", position(&client, text).await?);
    println!("{:?}", debrief(&client, text).await?);
    println!("{}", roster(&client, text).await?);
    println!("{}", fair_roster(&client, text).await?);
    println!("{} {}", mood(&client, text).await?, answer(&client, text).await?);
    Ok(())
}
