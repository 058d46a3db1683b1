//! Turns the entries of a partner's feed into posts of our own.

use anyhow::Result;
use async_openai::config::OpenAIConfig;
use async_openai::types::{
    ChatCompletionRequestSystemMessageArgs, ChatCompletionRequestUserMessageArgs,
    CreateChatCompletionRequestArgs,
};
use async_openai::Client;

pub struct Entry {
    pub title: String,
    pub published: String,
    pub body_html: String,
}

pub async fn slug(client: &Client<OpenAIConfig>, entry: &Entry) -> Result<String> {
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .max_tokens(40u32)
        .messages([ChatCompletionRequestUserMessageArgs::default()
            .content(format!(
                "Turn this title into a URL slug: lowercase, words joined by hyphens, no accents.\n\nTitle: {}",
                entry.title
            ))
            .build()?
            .into()])
        .build()?;
    let response = client.chat().create(request).await?;
    Ok(response.choices[0]
        .message
        .content
        .clone()
        .unwrap_or_default())
}

pub async fn published_on(client: &Client<OpenAIConfig>, entry: &Entry) -> Result<String> {
    let system = "You normalise dates. Given a date in any notation, answer with the same date as YYYY-MM-DD.";
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .messages([
            ChatCompletionRequestSystemMessageArgs::default()
                .content(system)
                .build()?
                .into(),
            ChatCompletionRequestUserMessageArgs::default()
                .content(entry.published.as_str())
                .build()?
                .into(),
        ])
        .build()?;
    let response = client.chat().create(request).await?;
    Ok(response.choices[0]
        .message
        .content
        .clone()
        .unwrap_or_default())
}

pub async fn plain_text(client: &Client<OpenAIConfig>, entry: &Entry) -> Result<String> {
    let prompt = format!(
        "Strip all HTML tags from the following markup and return the plain text:\n{}",
        entry.body_html
    );
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .messages([ChatCompletionRequestUserMessageArgs::default()
            .content(prompt)
            .build()?
            .into()])
        .build()?;
    let response = client.chat().create(request).await?;
    Ok(response.choices[0]
        .message
        .content
        .clone()
        .unwrap_or_default())
}

pub async fn headline(client: &Client<OpenAIConfig>, text: &str) -> Result<String> {
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o")
        .temperature(0.8f32)
        .messages([
            ChatCompletionRequestSystemMessageArgs::default()
                .content("You are the editor of a city magazine. Headlines are in title case and at most 60 characters.")
                .build()?
                .into(),
            ChatCompletionRequestUserMessageArgs::default()
                .content(format!("Write a headline that makes people curious about this piece.\n\n{text}"))
                .build()?
                .into(),
        ])
        .build()?;
    let response = client.chat().create(request).await?;
    Ok(response.choices[0]
        .message
        .content
        .clone()
        .unwrap_or_default())
}
