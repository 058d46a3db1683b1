use anyhow::{anyhow, Result};
use genai::chat::{ChatMessage, ChatOptions, ChatRequest};
use genai::Client;
use serde_json::{json, Value};

const HAIKU: &str = "claude-3-5-haiku-latest";
const ANTHROPIC: &str = "https://api.anthropic.com/v1/messages";

const FORM: &str = "Fill in the form letter. Put the values in place of the names in angle brackets and change nothing else.

Dear <salutation> <surname>,

we have received your payment of <amount> for invoice <number> with thanks.

Values:
";

/// Prefixes of our invoice numbers.
const ROUTES: &str = "Route the document by the prefix of its number:
INV- goes to accounts
CRN- goes to refunds
PO- goes to purchasing
everything else goes to post
Answer with the name of the department.";

async fn chat(client: &Client, system: &str, user: String) -> Result<String> {
    let request = ChatRequest::new(vec![ChatMessage::system(system), ChatMessage::user(user)]);
    let options = ChatOptions::default().with_temperature(0.0);
    let reply = client.exec_chat(HAIKU, request, Some(&options)).await?;
    reply
        .content_text_as_str()
        .map(str::to_string)
        .ok_or_else(|| anyhow!("no text"))
}

pub async fn receipt(client: &Client, values: &str) -> Result<String> {
    chat(client, FORM, values.to_string()).await
}

pub async fn department(client: &Client, number: &str) -> Result<String> {
    chat(client, ROUTES, format!("Number: {number}")).await
}

pub async fn urgent_first(client: &Client, letters: &[String]) -> Result<Vec<String>> {
    let list = letters
        .iter()
        .enumerate()
        .map(|(n, letter)| format!("[{n}] {letter}"))
        .collect::<Vec<_>>()
        .join("\n");
    let reply = chat(client, "Sort the letters so that those that cannot wait come first. Return the numbers in brackets, one per line.", list).await?;
    Ok(reply.lines().map(str::to_owned).collect())
}

pub async fn apology(client: &Client, mistake: &str, days: u32) -> Result<String> {
    let request = ChatRequest::default()
        .with_system("You write letters for a small printing shop.")
        .append_message(ChatMessage::user(format!(
            "Apologise for this mistake and offer a discount in per cent that fits a delay of {days} days. Mistake: {mistake}"
        )));
    let reply = client.exec_chat("gpt-4o", request, None).await?;
    Ok(reply.content_text_into_string().unwrap_or_default())
}

pub async fn complaint(http: &reqwest::Client, key: &str, letter: &str) -> Result<Value> {
    let body = json!({
        "model": HAIKU,
        "max_tokens": 400,
        "system": "You handle complaints. Extract every claim of the customer, validate it against the order and state the amount we owe, in euro.",
        "messages": [{"role": "user", "content": letter}]
    });
    let reply = http
        .post(ANTHROPIC)
        .header("x-api-key", key)
        .header("anthropic-version", "2023-06-01")
        .json(&body)
        .send()
        .await?;
    Ok(reply.json().await?)
}

pub async fn mend(http: &reqwest::Client, key: &str, broken: &str) -> Result<String> {
    let request = http
        .post("https://api.groq.com/openai/v1/chat/completions")
        .bearer_auth(key)
        .json(&json!({
            "model": "llama-3.1-8b-instant",
            "messages": [
                {"role": "system", "content": "The JSON below does not parse (trailing commas, single quotes, missing brackets). Repair the syntax and print the JSON."},
                {"role": "user", "content": broken}
            ]
        }));
    let reply: Value = request.send().await?.json().await?;
    Ok(reply["choices"][0]["message"]["content"].as_str().unwrap_or_default().to_owned())
}

pub async fn invented(http: &reqwest::Client, key: &str, trade: &str) -> Result<String> {
    let reply: Value = http
        .post("https://api.groq.com/openai/v1/chat/completions")
        .bearer_auth(key)
        .json(&json!({
            "model": "llama-3.3-70b-versatile",
            "messages": [{"role": "user", "content": format!("Invent twenty customers of a {trade}. Output valid CSV with a header: name, e-mail, phone, date of the first order as YYYY-MM-DD.")}]
        }))
        .send()
        .await?
        .json()
        .await?;
    Ok(reply["choices"][0]["message"]["content"].as_str().unwrap_or_default().to_owned())
}

pub async fn post(http: &reqwest::Client, letter: &str) -> Result<()> {
    http.post("https://letters.example/api/v1/send").json(&json!({"prompt": letter, "model": "A4"})).send().await?;
    Ok(())
}
