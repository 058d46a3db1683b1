mod agents;
mod gem;
mod texts;

use anyhow::Result;

/// A prompt at the terminal, nothing more.
struct Terminal;

impl Terminal {
    async fn prompt(&self, question: &str) -> Result<String> {
        use std::io::Write;
        print!("{question} ");
        std::io::stdout().flush()?;
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        Ok(line.trim().to_string())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let terminal = Terminal;
    let path = terminal
        .prompt("Which note should be sorted by date?")
        .await?;
    let note = std::fs::read_to_string(&path)?;
    let client = genai::Client::default();
    println!("{}", gem::motto(&client).await?);
    println!(
        "{} / {}",
        gem::language(&client, &note).await?,
        gem::title(&client, &note, None).await?
    );
    if agents::private(&note).await? {
        println!("not shared");
        return Ok(());
    }
    println!("{}", gem::summary(&client, &note).await?);
    println!("{:?}", agents::phone(&note).await?);
    Ok(())
}
