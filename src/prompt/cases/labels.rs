//! Labels that stand in a constant or an enum.
use async_openai::{types::*, Client};
use strum::{EnumIter, IntoEnumIterator, VariantNames};

const LABELS: [&str; 2] = ["food", "rent"];

#[derive(EnumIter, VariantNames, strum::Display)]
#[strum(serialize_all = "snake_case")]
enum Kind {
    BugReport,
    #[strum(serialize = "wish")]
    Feature,
}

async fn ask(prompt: String) -> anyhow::Result<()> {
    let message = ChatCompletionRequestUserMessageArgs::default().content(prompt).build()?;
    let request = CreateChatCompletionRequestArgs::default().model("gpt-4o").messages([message.into()]).build()?;
    Client::new().chat().create(request).await?;
    Ok(())
}

pub async fn all(text: &str, given: &[String]) -> anyhow::Result<()> {
    ask(format!("Classify {text} as one of {}", LABELS.join(", "))).await?;
    ask(format!("Classify {text} as one of {}", Kind::iter().map(|kind| kind.to_string()).collect::<Vec<_>>().join(", "))).await?;
    ask(format!("Classify {text} as one of {}", Kind::VARIANTS.join(", "))).await?;
    let lines: Vec<String> = LABELS.iter().map(|label| format!("- {label}")).collect();
    ask(format!("Classify {text} as one of {}", lines.join("\n"))).await?;
    let lines: String = LABELS.iter().enumerate().map(|(number, label)| format!("{number}. {label} ")).collect();
    ask(format!("Classify {text} as one of {}", lines)).await?;
    ask(format!("Classify {text} as one of {}", LABELS.iter().map(|label| format!("{label};")).collect::<String>())).await?;
    let lines: Vec<String> = given.iter().map(|label| format!("- {label}")).collect();
    ask(format!("Classify {text} as one of {}", lines.join("\n"))).await?;
    Ok(())
}

pub async fn option(text: &str, tone: Option<String>) -> anyhow::Result<()> {
    let tone = tone.map(|tone| format!("a label in a {tone} tone")).unwrap_or_default();
    ask(format!("Classify {text} as one of {}", tone)).await
}
