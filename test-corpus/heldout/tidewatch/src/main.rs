mod logbook;
mod model;
mod prompts;
mod readings;

use anyhow::Result;
use async_openai::types::{
    ChatCompletionRequestMessage, ChatCompletionRequestUserMessage, CreateChatCompletionRequest,
    CreateChatCompletionRequestArgs, CreateEmbeddingRequestArgs, ResponseFormat,
    ResponseFormatJsonSchema,
};
use async_openai::Client;
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Sky {
    Clear,
    Cloudy,
    Rain,
    Storm,
}

#[derive(Debug, Deserialize)]
struct Outlook {
    sky: Sky,
    advice: String,
}

fn user(text: String) -> ChatCompletionRequestMessage {
    ChatCompletionRequestUserMessage::from(text).into()
}

async fn outlook(client: &Client<async_openai::config::OpenAIConfig>, text: &str) -> Result<Outlook> {
    let schema = json!({
        "type": "object",
        "properties": {
            "sky": {"type": "string", "enum": ["clear", "cloudy", "rain", "storm"]},
            "advice": {"type": "string", "description": "what a skipper of a ten-metre boat should do"}
        },
        "required": ["sky", "advice"],
        "additionalProperties": false
    });
    let request = CreateChatCompletionRequestArgs::default()
        .model("gpt-4o-mini")
        .messages([user(format!("Forecast:\n{text}"))])
        .response_format(ResponseFormat::JsonSchema {
            json_schema: ResponseFormatJsonSchema {
                name: "outlook".into(),
                description: None,
                schema: Some(schema),
                strict: Some(true),
            },
        })
        .build()?;
    let response = client.chat().create(request).await?;
    let content = response.choices[0].message.content.clone().unwrap_or_default();
    Ok(serde_json::from_str(&content)?)
}

async fn media_type(client: &Client<async_openai::config::OpenAIConfig>, file: &str) -> Result<String> {
    let request = CreateChatCompletionRequest {
        model: "gpt-4o-mini".to_string(),
        messages: vec![user(format!("What is the MIME type for a file named {file}? Reply with the MIME type."))],
        max_completion_tokens: Some(12),
        ..Default::default()
    };
    let response = client.chat().create(request).await?;
    Ok(response.choices[0].message.content.clone().unwrap_or_default())
}

async fn explain(client: &Client<async_openai::config::OpenAIConfig>, term: &str) -> Result<String> {
    let mut prompt = String::from("Explain the nautical term to somebody who has never been at sea. ");
    prompt.push_str("Two sentences. Term: ");
    prompt.push_str(term);
    let response = client
        .chat()
        .create(
            CreateChatCompletionRequestArgs::default()
                .model("gpt-4o")
                .messages([user(prompt)])
                .build()?,
        )
        .await?;
    Ok(response.choices[0].message.content.clone().unwrap_or_default())
}

async fn vector(client: &Client<async_openai::config::OpenAIConfig>, text: &str) -> Result<Vec<f32>> {
    let request = CreateEmbeddingRequestArgs::default().model("text-embedding-3-small").input(text).build()?;
    Ok(client.embeddings().create(request).await?.data[0].embedding.clone())
}

#[tokio::main]
async fn main() -> Result<()> {
    let client = Client::new();
    let text = std::fs::read_to_string("forecast.txt")?;
    println!("{:?}", outlook(&client, &text).await?);
    println!("{}", media_type(&client, "forecast.grib2").await?);
    println!("{}", explain(&client, "lee shore").await?);
    println!("{}", vector(&client, &text).await?.len());
    Ok(())
}
