//! Calls without an SDK, for the machines in the depots.

use anyhow::Result;
use reqwest::Client;
use serde::Deserialize;
use serde_json::{json, Value};

const CHAT_URL: &str = "https://api.openai.com/v1/chat/completions";
const CLAUDE_URL: &str = "https://api.anthropic.com/v1/messages";

#[derive(Deserialize)]
struct Reply {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: String,
}

pub struct Gateway {
    http: Client,
    key: String,
}

impl Gateway {
    pub async fn scanned(&self, broken: &str) -> Result<Value> {
        let body = json!({
            "model": "gpt-4o-mini",
            "temperature": 0,
            "messages": [
                { "role": "system", "content": "Repair the invalid JSON from a hand scanner. Return only the corrected JSON." },
                { "role": "user", "content": broken }
            ]
        });
        let reply: Reply = self
            .http
            .post(CHAT_URL)
            .bearer_auth(&self.key)
            .json(&body)
            .send()
            .await?
            .json()
            .await?;
        Ok(serde_json::from_str(&reply.choices[0].message.content)?)
    }

    pub async fn country(&self, name: &str) -> Result<String> {
        let reply: Value = self
            .http
            .post("https://api.anthropic.com/v1/messages")
            .header("x-api-key", &self.key)
            .header("anthropic-version", "2023-06-01")
            .json(&json!({
                "model": "claude-3-5-haiku-latest",
                "max_tokens": 4,
                "messages": [{ "role": "user", "content": format!("Give the two-letter ISO 3166 code for the country {name}. Code only.") }]
            }))
            .send()
            .await?
            .json()
            .await?;
        Ok(reply["content"][0]["text"]
            .as_str()
            .unwrap_or_default()
            .to_string())
    }

    pub async fn address_parts(&self, label: &str) -> Result<Value> {
        let prompt = format!("Parse the label into JSON. Each line has the form KEY: VALUE; use the keys in lowercase.\n\n{label}");
        let body = json!({"model": "llama3.2", "stream": false, "prompt": prompt});
        let reply: Value = self
            .http
            .post("http://localhost:11434/api/generate")
            .json(&body)
            .send()
            .await?
            .json()
            .await?;
        Ok(serde_json::from_str(
            reply["response"].as_str().unwrap_or("{}"),
        )?)
    }

    pub async fn damage(&self, report: &str) -> Result<String> {
        let body = json!({
            "model": "claude-3-7-sonnet-latest",
            "max_tokens": 300,
            "system": "You assess damage reports. Validate the driver's account: does the damage fit the story? Answer with yes or no and one sentence.",
            "messages": [{ "role": "user", "content": report }]
        });
        let request = self
            .http
            .post(CLAUDE_URL)
            .header("x-api-key", &self.key)
            .json(&body);
        let reply: Value = request.send().await?.json().await?;
        Ok(reply["content"][0]["text"]
            .as_str()
            .unwrap_or_default()
            .to_string())
    }

    pub async fn demo_rows(&self, count: usize) -> Result<Value> {
        let body = json!({
            "model": "gpt-4o-mini",
            "response_format": { "type": "json_object" },
            "messages": [{
                "role": "user",
                "content": format!("Invent {count} parcels for a demo: valid JSON with number, phone, email and an ISO date for each. Make the stories behind them varied.")
            }]
        });
        let reply: Reply = self
            .http
            .post(CHAT_URL)
            .bearer_auth(&self.key)
            .json(&body)
            .send()
            .await?
            .json()
            .await?;
        Ok(serde_json::from_str(&reply.choices[0].message.content)?)
    }

    pub async fn report(&self, event: &str) -> Result<()> {
        let body =
            json!({ "model": "scanner-3", "messages": [{ "role": "user", "content": event }] });
        self.http
            .post("https://events.courier.example/scans")
            .json(&body)
            .send()
            .await?;
        Ok(())
    }
}
