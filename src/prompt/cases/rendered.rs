//! Text that a type of its own holds and somebody else sends: whoever makes that text sends nothing.
use rig::providers::openai;

pub struct Rendered {
    pub text: String,
}

impl Rendered {
    pub fn from(text: String) -> Self {
        Self { text }
    }
}

pub struct Notes;

impl Notes {
    pub fn header(&self) -> Rendered {
        Rendered::from("Available skills follow below.".to_string())
    }
}

pub fn segment(source: &str) -> Rendered {
    let mut text = String::new();
    text.push_str(source);
    Rendered { text }
}

pub fn header_and_body() -> Rendered {
    segment("Name the language of the text.")
}

pub async fn summarise(rendered: &Rendered) -> anyhow::Result<String> {
    let agent = openai::Client::from_env().agent("gpt-4o-mini").preamble(&rendered.text).build();
    Ok(agent.prompt("Go on with the next part.").await?)
}
