use async_openai::{Client, config::OpenAIConfig, types::responses::CreateResponseArgs};

async fn ask(text: &str) -> String {
    let client: Client<OpenAIConfig> = Client::new();
    let request = CreateResponseArgs::default().model("gpt-4o").input(text).build().unwrap();
    client.responses().create(request).await.unwrap().output_text().unwrap()
}

async fn save(text: &str) -> String {
    text.to_uppercase()
}

async fn with<F, Fut>(run: F, text: &str) -> String
where
    F: Fn(&str) -> Fut,
    Fut: Future<Output = String>,
{
    run(text).await
}

async fn dates(text: &str) -> String {
    with(ask, &format!("Find the dates in: {text}")).await
}

async fn no_model(text: &str) -> String {
    with(save, &format!("Not sent to a model: {text}")).await
}

async fn names(text: &str) -> String {
    retry(|| async { ask(&format!("Find the names in: {text}")).await }).await
}
