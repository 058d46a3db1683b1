//! Options of the command line and fields of a configuration that say what holds without them.

use async_openai::Client;
use async_openai::types::CreateCompletionRequestArgs;
use clap::{Arg, Command, Parser};

#[derive(Parser)]
struct Options {
    #[arg(short, long, default_value = "gpt-4o-mini")]
    model: String,
    #[arg(long)]
    unknown: String,
}

#[derive(serde::Deserialize)]
struct Config {
    #[serde(default = "first_model")]
    model: String,
    #[serde(default)]
    unknown: String,
}

fn first_model() -> String {
    "gpt-4.1-nano".to_string()
}

async fn town(model: &str, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(model).prompt(format!("Name the town of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

async fn land(model: &str, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(model).prompt(format!("Name the land of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

async fn isle(config: &Config, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(&config.model).prompt(format!("Name the isle of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

// Near misses: nothing holds without them.
async fn lake(model: &str, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(model).prompt(format!("Name the lake of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

async fn sea(config: &Config, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(&config.unknown).prompt(format!("Name the sea of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

async fn bay(model: &str, text: &str) {
    let request = CreateCompletionRequestArgs::default().model(model).prompt(format!("Name the bay of {text}.")).build().unwrap();
    Client::new().completions().create(request).await.unwrap();
}

pub async fn all() {
    let options = Options::parse();
    town(&options.model, "x").await;
    lake(&options.unknown, "x").await;
    let command = Command::new("x")
        .arg(Arg::new("large").long("large").default_value("gpt-4.1").global(true))
        .arg(Arg::new("small").long("small"));
    let matches = command.get_matches();
    let large: String = matches.get_one::<String>("large").unwrap().to_string();
    land(&large, "x").await;
    let small: String = matches.get_one::<String>("small").unwrap().to_string();
    bay(&small, "x").await;
}
