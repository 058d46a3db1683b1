//! The ticket desk: one client, one trait, many small questions.
use anyhow::{bail, Result};
use reqwest::Client;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Message<'a> {
    role: &'a str,
    content: String,
}

#[derive(Serialize)]
struct Body<'a> {
    model: &'a str,
    messages: Vec<Message<'a>>,
    temperature: f32,
}

#[derive(Deserialize)]
struct Reply {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Content,
}

#[derive(Deserialize)]
struct Content {
    content: String,
}

pub struct Desk {
    http: Client,
    key: String,
}

impl Desk {
    pub fn new(key: String) -> Self {
        Self { http: Client::new(), key }
    }

    pub async fn ask(&self, system: &str, user: &str) -> Result<String> {
        let body = Body {
            model: "gpt-4o-mini",
            messages: vec![
                Message { role: "system", content: system.to_string() },
                Message { role: "user", content: user.to_string() },
            ],
            temperature: 0.0,
        };
        let reply: Reply = self
            .http
            .post("https://api.openai.com/v1/chat/completions")
            .bearer_auth(&self.key)
            .json(&body)
            .send()
            .await?
            .json()
            .await?;
        match reply.choices.into_iter().next() {
            Some(choice) => Ok(choice.message.content.trim().to_string()),
            None => bail!("no choice"),
        }
    }

    pub async fn fare(&self, base: f64, rate: f64) -> Result<f64> {
        let user = format!("Fare without VAT: {base:.2}\nVAT rate: {rate} %");
        Ok(self.ask("Add the VAT to the fare. Answer with the gross amount, two decimals.", &user).await?.parse()?)
    }

    pub async fn age_group(&self, age: u8) -> Result<String> {
        self.ask(AGE_GROUPS, &age.to_string()).await
    }

    pub async fn booking(&self, mail: &str) -> Result<Option<String>> {
        let found = self.ask(REFERENCE, mail).await?;
        Ok((found != "NONE").then_some(found))
    }

    pub async fn url_ok(&self, url: &str) -> Result<bool> {
        Ok(self.ask("Is the text a syntactically valid http or https URL? Answer true or false.", url).await? == "true")
    }

    pub async fn refund(&self, mail: &str) -> Result<String> {
        self.ask(REFUND, mail).await
    }

    pub async fn rough(&self, forecast: &str, boat: &str) -> Result<bool> {
        let answer = self
            .ask("Will the crossing be rough for people who get seasick easily? Answer yes or no.", &format!("{boat}\n{forecast}"))
            .await?;
        Ok(answer == "yes")
    }

    pub async fn seats(&self, party: &str) -> Result<String> {
        self.ask("Group the passengers of this party into tables of four so that children sit with an adult they know. One table per line.", party)
            .await
    }
}

const AGE_GROUPS: &str = "\
Choose the fare group by age:
0-3: free
4-15: child
16-64: adult
65 and over: senior
Output the name of the group.";

const REFERENCE: &str = "Find the booking reference in the e-mail. It consists of two capital letters, \
a hyphen and six digits (for example KN-204417). Output the reference only, or NONE.";

const REFUND: &str = "\
# Task
Decide whether the passenger gets money back.

# Steps
1. Extract the date of travel, the booking number and the amount.
2. Compare what the passenger says with our conditions (storm: all back; own illness: half; changed mind: nothing).
3. Be generous with families.

# Output
JSON with the keys decision, amount and letter.";
