//! Constants of SDKs that stand for models, and an address that names one.

use langchain_rust::chain::{Chain, LLMChainBuilder};
use langchain_rust::llm::openai::{OpenAI, OpenAIModel};
use langchain_rust::{prompt_args, template_fstring};
use openai_flows::{
    OpenAIFlows,
    chat::{ChatModel, ChatOptions},
};

async fn inner(system: &str, user: &str, model: ChatModel) -> String {
    let options = ChatOptions { model, system_prompt: Some(system), ..Default::default() };
    let flows = OpenAIFlows::new();
    flows.chat_completion("id", user, &options).await.unwrap().choice
}

pub async fn town(text: &str) -> String {
    inner("You read letters.", &format!("Name the town of {text}."), ChatModel::GPT35Turbo16K).await
}

// A near miss: a variant that the catalogue does not know.
pub async fn isle(text: &str) -> String {
    inner("You read letters.", &format!("Name the isle of {text}."), ChatModel::GPT9).await
}

pub async fn price(text: &str) -> String {
    let model = OpenAI::default().with_model(OpenAIModel::Gpt4oMini.to_string());
    let prompt = template_fstring!("Name the price in {input}.", "input");
    let chain = LLMChainBuilder::new().prompt(prompt).llm(model.clone()).build().unwrap();
    chain.invoke(prompt_args! { "input" => text }).await.unwrap()
}

pub async fn land(client: &reqwest::Client, text: &str) -> String {
    let url = "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent";
    let body = serde_json::json!({ "contents": [{ "parts": [{ "text": format!("Name the land of {text}.") }] }] });
    client.post(url).json(&body).send().await.unwrap().text().await.unwrap()
}
