use std::fs;
use std::path::{Path, PathBuf};

const COUNT: &str = include_str!("../prompts/count.txt");

async fn ask(agent: &rig::agent::Agent<M>, prompt: &str) -> String {
    agent.prompt(prompt).await.unwrap()
}

fn load(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts").join(format!("{name}.txt"));
    fs::read_to_string(&path).unwrap()
}

async fn constant(agent: &rig::agent::Agent<M>, text: &str) -> String {
    ask(agent, &COUNT.replace("{text}", text)).await
}

async fn loaded(agent: &rig::agent::Agent<M>) -> String {
    ask(agent, &load("count")).await
}

async fn parsed(agent: &rig::agent::Agent<M>) -> String {
    let text = std::fs::read_to_string(PathBuf::from("prompts/all.json")).unwrap();
    let table: serde_json::Value = serde_json::from_str(&text).unwrap();
    ask(agent, table["count"].as_str().unwrap()).await
}
