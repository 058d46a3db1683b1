//! Templates that an engine is given under a name in one place, and asked for by it in another.
use async_openai::{types::*, Client};
use handlebars::Handlebars;
use lazy_static::lazy_static;
use tera::{Context, Tera};

lazy_static! {
    static ref TEMPLATES: Tera = {
        let mut tera = Tera::default();
        tera.add_raw_template("date", "Extract the date from {{ text }}").unwrap();
        tera.add_raw_template("count", include_str!("prompts/count.tera")).unwrap();
        tera
    };
}

const PHONES: &str = "Find the phone numbers in {{text}}";

pub struct Prompts {
    engine: Handlebars<'static>,
}

impl Prompts {
    pub fn new() -> anyhow::Result<Self> {
        let mut engine = Handlebars::new();
        engine.register_template_string("names", "Find the names in {{text}}")?;
        engine.register_template_string("phones", PHONES)?;
        Ok(Self { engine })
    }

    pub fn render(&self, name: &str, text: &str) -> anyhow::Result<String> {
        Ok(self.engine.render(name, &serde_json::json!({ "text": text }))?)
    }
}

async fn ask(prompt: String) -> anyhow::Result<()> {
    let message = ChatCompletionRequestUserMessageArgs::default().content(prompt).build()?;
    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages([message.into()]).build()?;
    Client::new().chat().create(request).await?;
    Ok(())
}

pub async fn dates(text: &str) -> anyhow::Result<()> {
    let mut context = Context::new();
    context.insert("text", text);
    ask(TEMPLATES.render("date", &context)?).await?;
    ask(TEMPLATES.render("count", &context)?).await
}

pub async fn phones(text: &str) -> anyhow::Result<()> {
    let prompts = Prompts::new()?;
    ask(prompts.render("phones", text)?).await
}

pub async fn never_given(context: &Context) -> anyhow::Result<()> {
    ask(TEMPLATES.render("absent", context)?).await
}
