use crate::model::Model;
use crate::prompts::{self, CALENDAR, FEED};
use anyhow::Result;
use serde_json::Value;

pub struct Station {
    pub id: u32,
    pub name: String,
}

pub async fn calendar(model: &Model, ics: &str) -> Result<Value> {
    Ok(serde_json::from_str(&model.tell(CALENDAR, ics).await?)?)
}

pub async fn feed(model: &Model, xml: &str) -> Result<Value> {
    let reply = model.tell(FEED, xml).await?;
    Ok(serde_json::from_str(&reply)?)
}

pub async fn renamed(model: &Model, reading: &Value) -> Result<String> {
    model.tell(prompts::RENAME, &reading.to_string()).await
}

pub async fn plausible(model: &Model, readings: &[String]) -> Result<String> {
    model.tell(prompts::QUALITY, &readings.join("\n")).await
}

pub async fn warning(model: &Model, readings: &str) -> Result<String> {
    model.tell(prompts::WARNING, readings).await
}

pub async fn padded(model: &Model, station: &Station) -> Result<String> {
    let ask = format!(
        "Pad the station number {} with leading zeros to five digits. Digits only.",
        station.id
    );
    model.tell("You format numbers.", &ask).await
}

pub async fn strongest(model: &Model, lines: &[String], n: usize) -> Result<Vec<String>> {
    let reply = model
        .tell(
            &format!("Each line is a station, a comma and a wind speed. Return the {n} lines with the highest wind speed, highest first."),
            &lines.join("\n"),
        )
        .await?;
    Ok(reply.lines().map(str::to_owned).collect())
}

pub async fn worst(model: &Model, reports: &[String], n: usize) -> Result<String> {
    model
        .tell(
            &format!("Pick the {n} reports in which people were in the greatest danger, most serious first, and return them unchanged."),
            &reports.join("\n---\n"),
        )
        .await
}
