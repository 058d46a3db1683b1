mod announce;
mod crew;
mod desk;

use anyhow::Result;
use genai::chat::{ChatMessage, ChatRequest};

#[tokio::main]
async fn main() -> Result<()> {
    let desk = desk::Desk::new(std::env::var("OPENAI_API_KEY")?);
    let base = std::env::var("FARE")?.parse()?;
    println!("{}", desk.fare(base, 25.0).await?);
    let client = genai::Client::default();
    let hours = ChatRequest::new(vec![
        ChatMessage::system("Convert the duration to minutes. Digits only."),
        ChatMessage::user("2 h 35 min"),
    ]);
    let minutes = client.exec_chat("gemini-2.0-flash", hours, None).await?;
    println!("{:?}", minutes.content_text_as_str());
    let toast = ChatRequest::from_user("Write a toast for the ferry's 50th birthday. Mention the year it was built, 1975.");
    let toast = client.exec_chat("gpt-4o", toast, None).await?;
    println!("{:?}", toast.content_text_as_str());
    crew::all(&std::fs::read_to_string("log.txt")?).await?;
    let openai = async_openai::Client::new();
    let mut args = std::env::args().skip(1);
    if let (Some(lang), Some(facts)) = (args.next(), args.next()) {
        println!("{}", announce::announcement(&openai, &lang, &facts).await?);
    }
    Ok(())
}
