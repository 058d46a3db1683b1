//! Placeholders that a loop over names and values fills; lists of rows with prompts in them.
use async_openai::{types::*, Client};
use std::collections::HashMap;

const TEMPLATE: &str = "Summarise this: {{text}} in {{language}}";

fn fill(template: &str, values: &HashMap<&str, &str>) -> String {
    let mut out = template.to_string();
    for (name, value) in values {
        out = out.replace(&format!("{{{{{}}}}}", name), value);
    }
    out
}

fn request(text: String) -> CreateChatCompletionRequest {
    let message = ChatCompletionRequestUserMessageArgs::default().content(text).build().unwrap();
    CreateChatCompletionRequestArgs::default().model("gpt-4o").max_tokens(4 * 256_u32).messages([message.into()]).build().unwrap()
}

pub async fn names_of_the_run(values: HashMap<&str, &str>) -> anyhow::Result<()> {
    Client::new().chat().create(request(fill(TEMPLATE, &values))).await?;
    Ok(())
}

pub async fn pairs(text: &str) -> anyhow::Result<()> {
    for (_name, prompt) in [("words", "Count the words of it"), ("letters", "Count the letters of it")] {
        Client::new().chat().create(request(format!("{prompt}: {text}"))).await?;
    }
    Ok(())
}
