use async_openai::{types::CreateCompletionRequestArgs, Client};

async fn ask(prompt: String) -> anyhow::Result<String> {
    let request = CreateCompletionRequestArgs::default().model("gpt-3.5-turbo-instruct").prompt(prompt).build()?;
    Ok(Client::new().completions().create(request).await?.choices[0].text.clone())
}

pub fn each(texts: &[&str]) -> Vec<Answer> {
    vec!["Write a short greeting.".to_string(), "Write a long farewell.".to_string()].into_iter().map(ask).collect()
}

pub fn one(text: &str) {
    let reply = Some(format!("Sort the lines of: {text}")).map(ask);
    let near_miss = Some(text).map(str::len).map(String::from);
}
