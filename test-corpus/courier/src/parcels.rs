use anyhow::Result;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::llm::{ask, Model};
use crate::prompts::{self, COMPLAINT, DEPOT, ETA_TEMPLATE, PARCEL_NUMBER, SORT_WEIGHTS};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parcel {
    pub number: String,
    pub postcode: String,
    pub weight_oz: f64,
    pub price: f64,
    pub accepted: NaiveDate,
    pub delivered: Option<NaiveDate>,
}

pub struct Desk {
    model: Model,
}

impl Desk {
    pub fn new(model: Model) -> Self {
        Self { model }
    }

    pub async fn number_in(&self, message: &str) -> Result<String> {
        self.model.complete(PARCEL_NUMBER, message).await
    }

    pub async fn depot(&self, parcel: &Parcel) -> Result<String> {
        self.model
            .complete(DEPOT, &format!("Postcode: {}", parcel.postcode))
            .await
    }

    pub async fn sorted_weights(&self, weights: &[f64]) -> Result<Vec<f64>> {
        let list = weights
            .iter()
            .map(|w| w.to_string())
            .collect::<Vec<_>>()
            .join(", ");
        let answer = self.model.complete(SORT_WEIGHTS, &list).await?;
        Ok(answer
            .split(',')
            .filter_map(|w| w.trim().parse().ok())
            .collect())
    }

    pub async fn complaint(&self, message: &str) -> Result<String> {
        self.model.complete(COMPLAINT, message).await
    }

    pub async fn wished_date(&self, message: &str) -> Result<String> {
        self.model.complete(prompts::HOLIDAY, message).await
    }
}

pub async fn days_on_the_way(parcel: &Parcel) -> Result<i64> {
    let delivered = parcel.delivered.unwrap_or(parcel.accepted);
    let answer = ask(&format!(
        "The parcel was accepted on {} and delivered on {delivered}. How many days did it take? Answer with a whole number.",
        parcel.accepted
    ))
    .await?;
    Ok(answer.trim().parse()?)
}

pub async fn grams(parcel: &Parcel) -> Result<f64> {
    let prompt = format!(
        "Convert {:.2} ounces to grams and answer with the number only.",
        parcel.weight_oz
    );
    Ok(ask(&prompt).await?.trim().parse()?)
}

pub async fn price_in(parcel: &Parcel, currency: &str, rate: f64) -> Result<String> {
    ask(&format!("The price is {} EUR. Convert it to {currency} at a rate of {rate} per euro. Two decimals, no symbol.", parcel.price)).await
}

pub async fn total(parcels: &[Parcel]) -> Result<f64> {
    let mut prompt = String::from("Sum up these prices and reply with the total:\n");
    for parcel in parcels {
        prompt.push_str(&format!("{:.2}\n", parcel.price));
    }
    Ok(ask(&prompt).await?.parse()?)
}

pub async fn eta_notice(name: &str, from: &str, to: &str) -> Result<String> {
    let prompt = String::new()
        + "Substitute the variables in this template and output the text: "
        + ETA_TEMPLATE
        + &format!("\nname = {name}\nfrom = {from}\nto = {to}");
    ask(&prompt).await
}

pub async fn route_story(parcels: &[Parcel]) -> Result<String> {
    let data = serde_json::to_string_pretty(parcels)?;
    ask(&format!(
        concat!(
            "Here is one week of parcels as JSON. Count and dates are in the data.\n",
            "Tell the manager what stands out and what to change next week.\n\n{}"
        ),
        data
    ))
    .await
}
