mod checks;
mod letters;
mod report;

use anyhow::Result;

#[tokio::main]
async fn main() -> Result<()> {
    let client = genai::Client::default();
    println!("{}", letters::department(&client, "INV-2201").await?);
    println!("{}", checks::Checks::new().date("31/02/2025").await?);
    println!("{}", report::Reporter::new()?.sums(&[]).await?);
    Ok(())
}
