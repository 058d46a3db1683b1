//! Checks before a booking goes out. Uses the local model, money is tight.
use anyhow::Result;
use ollama_rs::generation::chat::{request::ChatMessageRequest, ChatMessage};
use ollama_rs::generation::completion::request::GenerationRequest;
use ollama_rs::Ollama;

const MODEL: &str = "llama3.2:3b";

pub struct Checks {
    ollama: Ollama,
}

impl Checks {
    pub fn new() -> Self {
        Self {
            ollama: Ollama::default(),
        }
    }

    async fn yes(&self, question: String) -> Result<bool> {
        let request = GenerationRequest::new(MODEL.to_string(), question);
        let reply = self.ollama.generate(request).await?;
        Ok(reply.response.trim().to_lowercase().starts_with("yes"))
    }

    pub async fn date(&self, text: &str) -> Result<bool> {
        self.yes(format!("Is \"{text}\" an existing calendar date in the format DD/MM/YYYY? Answer yes or no."))
            .await
    }

    pub async fn uuid(&self, text: &str) -> Result<bool> {
        self.yes(format!("Is this a well-formed UUID? {text} Answer yes or no.")).await
    }

    pub async fn password(&self, text: &str) -> Result<bool> {
        self.yes(format!(
            "Does the password have at least 12 characters, one digit and one capital letter? Password: {text}\nAnswer yes or no."
        ))
        .await
    }

    pub async fn promise(&self, mail: &str) -> Result<bool> {
        self.yes(format!("Does the customer promise to pay by a certain date? Answer yes or no.\n\n{mail}"))
            .await
    }

    pub async fn trustworthy(&self, order: &str) -> Result<bool> {
        self.yes(format!("Is this order valid, or does it look like somebody is playing a joke on us? Answer yes if it is genuine.\n{order}"))
            .await
    }

    pub async fn tone(&self, mail: &str) -> Result<String> {
        let request = ChatMessageRequest::new(
            MODEL.to_string(),
            vec![
                ChatMessage::system("Tell the clerk in one sentence what the customer really wants.".to_string()),
                ChatMessage::user(mail.to_string()),
            ],
        );
        let reply = self.ollama.send_chat_messages(request).await?;
        Ok(reply.message.content)
    }
}
