//! Everything that runs through the genai crate.

use anyhow::{anyhow, Result};
use genai::chat::{ChatMessage, ChatOptions, ChatRequest};
use genai::Client;

use crate::texts::SUMMARY;

/// Schnell und billig; für Notizen genügt es. Быстро и дёшево.
const MODEL: &str = "gemini-2.0-flash-lite";

pub async fn language(client: &Client, text: &str) -> Result<String> {
    let request = ChatRequest::new(vec![
        ChatMessage::system(
            "Identify the language of the text and answer with its ISO 639-1 code in lowercase.",
        ),
        ChatMessage::user(text),
    ]);
    let response = client.exec_chat(MODEL, request, None).await?;
    response
        .content_text_as_str()
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("no answer"))
}

pub async fn summary(client: &Client, note: &str) -> Result<String> {
    let options = ChatOptions::default()
        .with_temperature(0.3)
        .with_max_tokens(400);
    let request = ChatRequest::default()
        .with_system(SUMMARY)
        .append_message(ChatMessage::user(note));
    let response = client.exec_chat(MODEL, request, Some(&options)).await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn todo_count(client: &Client, note: &str) -> Result<usize> {
    let request = ChatRequest::from_user(format!(
        "How many times does \"TODO\" appear in this note? Number only.\n\n{note}"
    ));
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response
        .content_text_as_str()
        .unwrap_or("0")
        .trim()
        .parse()?)
}

pub async fn motto(client: &Client) -> Result<String> {
    let mut request = ChatRequest::from_system(
        "Reply with the exact text 'Notes 0.1, ready.' whatever the user says.",
    );
    request = request.append_message(ChatMessage::user("start"));
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn decoded(client: &Client, text: &str) -> Result<String> {
    let request = ChatRequest::from_user(format!(
        "Decode this base64 string and return the decoded text: {text}"
    ));
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn seconds(client: &Client, duration: &str) -> Result<u64> {
    let prompt = [
        "Convert this duration (hours:minutes:seconds) to a number of seconds.",
        duration,
        "Number only.",
    ]
    .join("\n");
    let request = ChatRequest::new(vec![ChatMessage::user(prompt)]);
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response.content_text_as_str().unwrap_or("0").parse()?)
}

pub async fn reversed(client: &Client, word: &str) -> Result<String> {
    let request = ChatRequest::new(vec![ChatMessage::user(
        "Spell the word backwards: ".to_owned() + word,
    )]);
    let response = client
        .exec_chat("claude-3-5-haiku-latest", request, None)
        .await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn explain_base64(client: &Client, reader: &str) -> Result<String> {
    let request = ChatRequest::from_user(format!(
        "Explain what base64 is to {reader}. Use one example with a real string."
    ));
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn title(client: &Client, note: &str, lang: Option<&str>) -> Result<String> {
    let lang = lang.unwrap_or("the language of the note");
    let request = ChatRequest::new(vec![ChatMessage::user(format!("Find a title for this note in {lang}. Title case, at most six words, and it should sound like something a human would say.\n\n{note}"))]);
    let response = client.exec_chat(MODEL, request, None).await?;
    Ok(response.content_text_into_string().unwrap_or_default())
}

pub async fn embedded(client: &Client, text: &str) -> Result<Vec<f32>> {
    let response = client.embed("text-embedding-004", text, None).await?;
    Ok(response
        .first_embedding()
        .map(|e| e.vector().to_vec())
        .unwrap_or_default())
}

pub async fn names() -> Result<Vec<String>> {
    Ok(Client::default()
        .all_model_names(genai::adapter::AdapterKind::Ollama)
        .await?)
}
