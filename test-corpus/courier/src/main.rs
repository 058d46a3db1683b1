use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod depot;
mod http;
mod llm;
mod mail;
mod parcels;
mod prompts;

mod pb {
    tonic::include_proto!("depot");
}

#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read a mail and print the parcel it is about.
    Mail { file: PathBuf },
    /// Say hello.
    Ping,
    /// Write the words for the week's newsletter.
    Newsletter { topic: String },
}

#[tokio::main]
async fn main() -> Result<()> {
    tracing_subscriber::fmt::init();
    match Args::parse().command {
        Command::Mail { file } => {
            let mail = std::fs::read_to_string(file)?;
            let desk = parcels::Desk::new(llm::Model::new(llm::GOOD));
            println!(
                "{} from {}",
                desk.number_in(&mail).await?,
                mail::Mailbox::new().sender(&mail).await?
            );
        }
        Command::Ping => {
            println!("{}", llm::ask("ping").await?);
        }
        Command::Newsletter { topic } => {
            let words = llm::ask(&format!("Write three short paragraphs for our newsletter about {topic}. Friendly, plain words.")).await?;
            println!("{words}");
        }
    }
    // let answer = llm::ask("Which depot is the largest?").await?;
    Ok(())
}
