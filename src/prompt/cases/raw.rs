//! Raw HTTP whose address or body only the callers of a helper know.
use serde_json::{Value, json};

const CHAT: &str = "https://api.openai.com/v1/chat/completions";

async fn post(url: &str, body: &Value) -> reqwest::Result<Value> {
    let builder = reqwest::Client::new().post(url).json(body);
    deliver(builder.bearer_auth("key")).await
}

async fn deliver(builder: reqwest::RequestBuilder) -> reqwest::Result<Value> {
    builder.send().await?.json().await
}

fn chat(system: &str, text: &str) -> Value {
    json!({
        "model": "gpt-4o-mini",
        "messages": [
            { "role": "system", "content": system },
            { "role": "user", "content": text },
        ]
    })
}

pub async fn country(text: &str) -> reqwest::Result<Value> {
    post(CHAT, &chat("Return the country's ISO code.", text)).await
}

/// The address is the caller's, the body a chat's.
pub async fn language(text: &str, url: &str) -> reqwest::Result<Value> {
    let body = chat("Return the language's ISO code.", text);
    post(url, &body).await
}

/// No model's address and no model's body.
pub async fn order(id: u32) -> reqwest::Result<Value> {
    post("https://shop.example.com/orders", &json!({ "id": id })).await
}

pub async fn notify(url: &str, text: &str) -> reqwest::Result<Value> {
    post(url, &json!({ "text": text })).await
}
