use anyhow::{Context, Result};
use rust_embed::Embed;
use swiftide::prompt::Prompt;

#[derive(Embed)]
#[folder = "templates/"]
pub struct Templates;

impl Templates {
    pub fn from_file(name: &str) -> Result<String> {
        let file = Templates::get(name).with_context(|| format!("no {name}"))?;
        String::from_utf8(file.data.into_owned()).context("no text")
    }

    pub fn load(name: &str) -> Result<Prompt> {
        let file = Self::get(name).with_context(|| format!("no {name}"))?;
        let template = std::str::from_utf8(&file.data)?.to_string();
        Ok(template.into())
    }
}

pub struct Cache;

impl Cache {
    pub fn get(&self, name: &str) -> Option<String> {
        None
    }
}
