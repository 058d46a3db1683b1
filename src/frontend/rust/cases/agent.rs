//! A client held in a struct, prompts in constants, a builder that ends in `create`.
use anyhow::{Context, Result, bail};
use async_openai::{
    Client,
    config::OpenAIConfig,
    types::{
        ChatCompletionRequestSystemMessageArgs as System, ChatCompletionRequestUserMessageArgs,
        CreateChatCompletionRequestArgs,
    },
};

const SYSTEM: &str = "You label support tickets.\n\
                      Answer with one word: billing, bug or other.";

/// Labels tickets.
///
/// One at a time.
#[derive(Clone, Debug)]
pub struct Labeller {
    /// The client.
    client: Client<OpenAIConfig>,
    model: String,
    retries: usize,
}

impl Labeller {
    pub fn new(key: &str) -> Self {
        let config = OpenAIConfig::new().with_api_key(key);
        Self {
            client: Client::with_config(config),
            model: "gpt-4o-mini".to_string(),
            retries: 3,
        }
    }

    /// Says which queue a ticket belongs to.
    #[tracing::instrument(skip(self))]
    pub async fn label(&self, ticket: &Ticket) -> Result<Label> {
        let request = CreateChatCompletionRequestArgs::default()
            .model(&self.model)
            .max_tokens(4u32)
            .temperature(0.0)
            .messages([
                System::default().content(SYSTEM).build()?.into(),
                ChatCompletionRequestUserMessageArgs::default()
                    .content(format!("Subject: {}\n\n{body}", ticket.subject, body = ticket.body))
                    .build()?
                    .into(),
            ])
            .build()?;
        let response = self
            .client
            .chat()
            .create(request)
            .await
            .context("asking the model")?;
        let Some(choice) = response.choices.first() else {
            bail!("no choice for {}", ticket.id);
        };
        let answer = choice.message.content.clone().unwrap_or_default();
        match answer.trim().to_lowercase().as_str() {
            "billing" => Ok(Label::Billing),
            "bug" | "defect" => Ok(Label::Bug),
            other if other.is_empty() => Err(anyhow::anyhow!("empty answer")),
            _ => Ok(Label::Other),
        }
    }
}

impl Default for Labeller {
    fn default() -> Self {
        Self::new(&std::env::var("OPENAI_API_KEY").expect("a key"))
    }
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    Billing,
    Bug,
    #[serde(rename = "misc.")]
    Other,
    NeedsReview,
    Custom(String),
    Move { x: i32, y: i32 },
}
