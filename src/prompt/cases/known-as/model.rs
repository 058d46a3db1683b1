use async_openai::{types::CreateCompletionRequestArgs, Client};
async fn ask_inner(prompt: String) -> anyhow::Result<String> {
    let request = CreateCompletionRequestArgs::default().model("gpt-3.5-turbo-instruct").prompt(prompt).build()?;
    Ok(Client::new().completions().create(request).await?.choices[0].text.clone())
}
pub use self::ask_inner as ask;
