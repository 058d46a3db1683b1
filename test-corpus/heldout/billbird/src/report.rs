use crate::checks::Checks;
use anyhow::Result;
use genai::chat::{ChatMessage, ChatRequest};
use genai::Client;
use tera::{Context, Tera};

pub struct Reporter {
    client: Client,
    tera: Tera,
}

impl Reporter {
    pub fn new() -> Result<Self> {
        Ok(Self {
            client: Client::default(),
            tera: Tera::new("templates/**/*.tera")?,
        })
    }

    async fn render(&self, template: &str, context: &Context) -> Result<String> {
        let prompt = self.tera.render(template, context)?;
        let reply = self
            .client
            .exec_chat("gpt-4o-mini", ChatRequest::from_user(prompt), None)
            .await?;
        Ok(reply.content_text_into_string().unwrap_or_default())
    }

    pub async fn sums(&self, lines: &[String]) -> Result<String> {
        let mut context = Context::new();
        context.insert("lines", lines);
        self.render("group.tera", &context).await
    }

    pub async fn story(&self, lines: &[String], month: &str) -> Result<String> {
        let mut context = Context::new();
        context.insert("lines", lines);
        context.insert("month", month);
        self.render("story.tera", &context).await
    }

    pub async fn chase(&self, checks: &Checks, mail: &str) -> Result<Option<String>> {
        if checks.promise(mail).await? {
            return Ok(None);
        }
        let request = ChatRequest::new(vec![
            ChatMessage::system("Draft a reminder. Mention the number of days it is overdue."),
            ChatMessage::user(mail),
        ]);
        let reply = self.client.exec_chat("gpt-4o-mini", request, None).await?;
        Ok(reply.content_text_into_string())
    }
}
