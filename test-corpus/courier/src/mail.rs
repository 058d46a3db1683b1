//! Mail of customers.

use anyhow::Result;
use async_openai::config::OpenAIConfig;
use async_openai::types::{
    ChatCompletionRequestSystemMessage, ChatCompletionRequestUserMessage,
    ChatCompletionRequestUserMessageArgs, CreateChatCompletionRequest,
    CreateChatCompletionRequestArgs, CreateEmbeddingRequestArgs, CreateModerationRequest,
    ResponseFormat, ResponseFormatJsonSchema,
};
use async_openai::Client;
use serde_json::json;

pub struct Mailbox {
    client: Client<OpenAIConfig>,
    model: &'static str,
}

impl Mailbox {
    const VALID: &'static str = "Is this a well-formed e-mail address? true or false";

    pub fn new() -> Self {
        Self {
            client: Client::new(),
            model: "gpt-4o-mini",
        }
    }

    async fn text(&self, request: CreateChatCompletionRequest) -> Result<String> {
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0]
            .message
            .content
            .clone()
            .unwrap_or_default())
    }

    pub async fn sender(&self, mail: &str) -> Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(self.model)
            .messages([ChatCompletionRequestUserMessageArgs::default()
                .content(format!("Get the email address of the sender from the header lines below. Only the address.\n\n{mail}"))
                .build()?
                .into()])
            .build()?;
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0]
            .message
            .content
            .clone()
            .unwrap_or_default())
    }

    pub async fn well_formed(&self, address: &str) -> Result<bool> {
        let request = CreateChatCompletionRequest {
            model: self.model.to_string(),
            messages: vec![
                ChatCompletionRequestSystemMessage::from(Self::VALID).into(),
                ChatCompletionRequestUserMessage::from(address).into(),
            ],
            max_completion_tokens: Some(3),
            ..Default::default()
        };
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0].message.content.as_deref() == Some("true"))
    }

    pub async fn mood(&self, mail: &str) -> Result<String> {
        let schema = json!({
            "type": "object",
            "properties": {
                "sentiment": { "type": "string", "enum": ["positive", "neutral", "negative"] }
            },
            "required": ["sentiment"],
            "additionalProperties": false
        });
        let request = CreateChatCompletionRequestArgs::default()
            .model(self.model)
            .messages([ChatCompletionRequestUserMessageArgs::default()
                .content(mail)
                .build()?
                .into()])
            .response_format(ResponseFormat::JsonSchema {
                json_schema: ResponseFormatJsonSchema {
                    name: "mood".into(),
                    description: None,
                    schema: Some(schema),
                    strict: Some(true),
                },
            })
            .build()?;
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0]
            .message
            .content
            .clone()
            .unwrap_or_default())
    }

    pub async fn next_action(&self, mail: &str, promised: bool) -> Result<String> {
        let system = if promised {
            "We already promised a refund. Decide what to write and whether to add a voucher."
        } else {
            "Nothing has been promised yet. Decide whether a refund is fair and what to write."
        };
        let request = CreateChatCompletionRequest {
            model: "gpt-4o".into(),
            messages: vec![
                ChatCompletionRequestSystemMessage::from(system).into(),
                ChatCompletionRequestUserMessage::from(mail).into(),
            ],
            ..Default::default()
        };
        let response = self.client.chat().create(request).await?;
        Ok(response.choices[0]
            .message
            .content
            .clone()
            .unwrap_or_default())
    }

    pub async fn urls(&self, mail: &str) -> Result<Vec<String>> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(self.model)
            .messages([ChatCompletionRequestUserMessageArgs::default()
                .content(
                    "List all links (http and https) in this mail, one a line:\n".to_string()
                        + mail,
                )
                .build()?
                .into()])
            .build()?;
        let answer = self.text(request).await?;
        Ok(answer.lines().map(str::to_owned).collect())
    }

    pub async fn similar_count(&self, mails: &[String]) -> Result<String> {
        let request = CreateChatCompletionRequestArgs::default()
            .model("gpt-4o")
            .messages([ChatCompletionRequestUserMessageArgs::default()
                .content(format!("Count how many of these mails are about the same kind of trouble, and name it:\n{}", mails.join("\n--\n")))
                .build()?
                .into()])
            .build()?;
        self.text(request).await
    }

    pub async fn vector(&self, mail: &str) -> Result<Vec<f32>> {
        let request = CreateEmbeddingRequestArgs::default()
            .model("text-embedding-3-small")
            .input(mail)
            .build()?;
        let response = self.client.embeddings().create(request).await?;
        Ok(response.data[0].embedding.clone())
    }

    pub async fn flagged(&self, mail: &str) -> Result<bool> {
        let response = self
            .client
            .moderations()
            .create(CreateModerationRequest {
                input: mail.into(),
                model: None,
            })
            .await?;
        Ok(response.results[0].flagged)
    }
}
