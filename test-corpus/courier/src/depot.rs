//! The depots speak gRPC.

use tonic::transport::Channel;

use crate::pb::depot_client::DepotClient;
use crate::pb::{ChatRequest, InvokeRequest};

pub struct Depot {
    client: DepotClient<Channel>,
}

/// A local queue; `prompt` shows a line on the driver's screen.
pub struct Screen {
    lines: Vec<String>,
}

impl Screen {
    pub fn prompt(&mut self, line: &str) -> usize {
        self.lines.push(line.to_string());
        self.lines.len()
    }
}

impl Depot {
    pub async fn open_gate(&mut self, gate: u32) -> Result<(), tonic::Status> {
        let request = InvokeRequest {
            action: "open".into(),
            gate,
        };
        self.client.invoke(request).await?;
        Ok(())
    }

    pub async fn say(&mut self, text: &str) -> Result<(), tonic::Status> {
        self.client
            .chat(ChatRequest {
                model: "driver".into(),
                messages: vec![text.into()],
            })
            .await?;
        Ok(())
    }

    pub fn greet(&self, screen: &mut Screen) -> usize {
        screen.prompt("Extract the parcel from shelf 4")
    }
}

/// Prints how the old scripts did it.
pub fn legacy_help() -> &'static str {
    r#"let response = client.chat().create(request).await?; // prompt: "Sort the parcels by weight""#
}
