mod agents;

use agents::Kitchen;
use anyhow::Result;
use rig::completion::Prompt;
use rig::providers::{anthropic, openai};

async fn language_code(client: &openai::Client, name: &str) -> Result<String> {
    let coder = client
        .agent("gpt-4o-mini")
        .preamble("You get the name of a language. Reply with its ISO 639-1 code, two lowercase letters.")
        .build();
    Ok(coder.prompt(name).await?)
}

async fn recipe_mail(client: &openai::Client, raw: &str) -> Result<String> {
    let reader = client
        .agent("gpt-4o-mini")
        .preamble("The input is a raw RFC 822 message. Return JSON with from, to, subject, date and the plain text body.")
        .build();
    Ok(reader.prompt(raw).await?)
}

async fn substitute(client: &anthropic::Client, missing: &str, recipe: &str) -> Result<String> {
    let agent = client
        .agent(anthropic::CLAUDE_3_5_SONNET)
        .preamble("Replace what is missing by something most kitchens have. Keep quantities in metric units and the order of the steps.")
        .max_tokens(800)
        .build();
    let reply = agent.prompt(format!("Missing: {missing}\n\n{recipe}")).await?;
    Ok(reply)
}

async fn fits(client: &anthropic::Client, dish: &str, wine: &str) -> Result<bool> {
    let agent = client.agent(anthropic::CLAUDE_3_5_HAIKU).max_tokens(5).build();
    let reply = agent
        .prompt(format!("Does {wine} go with {dish}? yes or no"))
        .await?;
    Ok(reply.trim().eq_ignore_ascii_case("yes"))
}

async fn leftovers(client: &openai::Client, shelf: &[String]) -> Result<String> {
    let agent = client.agent("gpt-4o").preamble("You waste nothing.").build();
    Ok(agent
        .prompt(format!("Sort these by best-before date and suggest a dinner that uses up the first four:\n{}", shelf.join("\n")))
        .await?)
}

struct Shelf {
    lines: Vec<String>,
}

impl Shelf {
    /// Asks at the terminal; nothing to do with a model.
    fn prompt(&self, question: &str) -> String {
        format!("{question} ({} lines)", self.lines.len())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let openai = openai::Client::from_env();
    let claude = anthropic::ClientBuilder::new(&std::env::var("ANTHROPIC_API_KEY")?).build();
    let kitchen = Kitchen::new(&openai);
    let shelf = Shelf { lines: vec!["milk 2025-03-02".into()] };
    println!("{}", shelf.prompt("What now?"));
    println!("{:?}", kitchen.ingredient("2 1/2 cups flour, sifted").await?);
    println!("{}", language_code(&openai, "Basque").await?);
    println!("{}", recipe_mail(&openai, "Subject: soup").await?);
    println!("{}", substitute(&claude, "leek", "soup").await?);
    println!("{}", fits(&claude, "trout", "Riesling").await?);
    println!("{}", leftovers(&openai, &shelf.lines).await?);
    Ok(())
}
