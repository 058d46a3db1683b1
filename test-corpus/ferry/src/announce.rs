use anyhow::Result;
use async_openai::types::{
    ChatCompletionRequestMessage, ChatCompletionRequestSystemMessage,
    ChatCompletionRequestUserMessage, CreateChatCompletionRequest, CreateChatCompletionRequestArgs,
};
use async_openai::{config::OpenAIConfig, Client};

const LANGS: [(&str, &str); 3] = [
    ("en", "Write the announcement in plain English."),
    ("da", "Skriv meddelelsen på enkelt dansk."),
    ("de", "Schreibe die Durchsage in einfachem Deutsch."),
];

fn messages(system: &str, user: &str) -> Vec<ChatCompletionRequestMessage> {
    vec![
        ChatCompletionRequestSystemMessage::from(system).into(),
        ChatCompletionRequestUserMessage::from(user).into(),
    ]
}

fn request(system: &str, user: &str) -> CreateChatCompletionRequest {
    CreateChatCompletionRequest {
        model: "gpt-4o-mini".into(),
        messages: messages(system, user),
        temperature: Some(0.0),
        ..Default::default()
    }
}

pub async fn announcement(client: &Client<OpenAIConfig>, lang: &str, facts: &str) -> Result<String> {
    let system = LANGS
        .iter()
        .find(|(code, _)| *code == lang)
        .map_or(LANGS[0].1, |(_, text)| text);
    let response = client.chat().create(request(system, facts)).await?;
    Ok(first(response))
}

pub async fn clock(client: &Client<OpenAIConfig>, time: &str) -> Result<String> {
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .messages(messages(
            "Convert the 12-hour time to 24-hour format (HH:MM). Output the time only.",
            time,
        ))
        .build()?;
    let response = client.chat().create(request).await?;
    Ok(first(response))
}

pub async fn language(client: &Client<OpenAIConfig>, mail: &str) -> Result<String> {
    let response = client
        .chat()
        .create(request(
            "Identify the language of the e-mail. Answer with en, da, de, sv or other.",
            mail,
        ))
        .await?;
    Ok(first(response))
}

pub async fn unclear(client: &Client<OpenAIConfig>, text: &str) -> Result<String> {
    let response = client
        .chat()
        .create(request(
            "List the words in this announcement that a tourist might not understand, in alphabetical order, with a simpler word for each.",
            text,
        ))
        .await?;
    Ok(first(response))
}

pub async fn deck(client: &Client<OpenAIConfig>, question: &str) -> Result<String> {
    let response = client
        .chat()
        .create(request(
            "Route the question to the person on board who can really help: purser, bosun, cook, captain. Consider what is behind the question.",
            &format!("Question: {question}"),
        ))
        .await?;
    Ok(first(response))
}

fn first(response: async_openai::types::CreateChatCompletionResponse) -> String {
    response
        .choices
        .into_iter()
        .next()
        .and_then(|choice| choice.message.content)
        .unwrap_or_default()
}
