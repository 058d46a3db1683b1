mod templates;

use swiftide::chat_completion::ChatCompletion;
use swiftide::query::{self, answers};
use askama::Template;
use swiftide::traits::SimplePrompt;
use templates::{Cache, Templates};

pub async fn summarise(llm: &dyn SimplePrompt, output: &str) -> anyhow::Result<String> {
    let prompt = Templates::load("summary.md")?.with_context_value("output", output);
    Ok(llm.prompt(prompt).await?)
}

pub async fn answer(llm: Box<dyn SimplePrompt>, question: &str) -> anyhow::Result<String> {
    let template = Templates::from_file("answer.md")?;
    let simple = answers::Simple::builder().client(llm).prompt_template(template.into()).build()?;
    let pipeline = query::Pipeline::default().then_retrieve(store()).then_answer(simple);
    Ok(pipeline.query(question).await?.answer().to_string())
}

pub async fn cached(llm: &dyn SimplePrompt, cache: &Cache) -> anyhow::Result<String> {
    let prompt = cache.get("summary.md").unwrap_or_default();
    Ok(llm.prompt(prompt.into()).await?)
}

#[derive(Template)]
#[template(path = "ask.txt")]
struct Ask<'a> {
    name: &'a str,
    notes: String,
}

#[derive(Template)]
#[template(source = "Slug of {{ title }}", ext = "txt")]
struct Slug {
    title: String,
}

struct Plain {
    title: String,
}

pub async fn ask(llm: &dyn SimplePrompt, who: &str) -> anyhow::Result<String> {
    let prompt = Ask { name: who, notes: "none".to_string() }.render()?;
    Ok(llm.prompt(prompt.into()).await?)
}

pub async fn slug(llm: &dyn SimplePrompt, title: String) -> anyhow::Result<String> {
    let template = Slug { title };
    Ok(llm.prompt(template.render()?.into()).await?)
}

pub async fn plain(llm: &dyn SimplePrompt, title: String) -> anyhow::Result<String> {
    Ok(llm.prompt(Plain { title }.render().into()).await?)
}
