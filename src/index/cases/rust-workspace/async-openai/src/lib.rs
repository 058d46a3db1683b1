//! The SDK's own sources stand in the tree.
mod client;
pub use client::Client;
pub mod types;
