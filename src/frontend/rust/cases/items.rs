#![allow(dead_code)]
extern crate serde as s;
use reqwest;
use ::std::{collections::{HashMap as Map, self}, io::{self as inout, *}};
pub use crate::prompts::{DATE, self};
use super::thing as _;
mod prompts;
#[path = "gen/schema.rs"]
pub mod schema;

/** Block doc
 * with stars
 */
pub trait Ask: Send + Clone {
    const NAME: &'static str = "ask";
    /// Must ask.
    async fn ask(&self, text: String) -> Result<String>;
    fn twice(&self) -> String { self.ask("twice".into()) }
}

#[derive(Deserialize, schemars::JsonSchema)]
pub struct Address {
    /// Street and number.
    pub street: String,
    #[schemars(description = "Two letters, ISO 3166-1")]
    pub country: Option<String>,
    #[serde(default)]
    tags: Vec<Tag>,
}
struct Wrapper(pub reqwest::Client, String);
struct Unit;
type Alias<T> = Result<T, Error>;
union U { a: u8, b: f32 }

impl<T: Display> Ask for Remote<T> {
    async fn ask(&self, text: String) -> Result<String> { self.inner.client.send(text).await }
}

impl Address {
    const PROMPT: &'static str = "Parse the address";
    pub(crate) fn build(client: reqwest::Client) -> Address {
        let street = String::from("x");
        Address { street, country: None, tags: vec![] }
    }
    fn set(&mut self, tag: Tag) {
        self.street = "y".into();
        self.tags.push(tag);
        self.extra.insert("k", Self::PROMPT);
    }
}

#[tool(description = "Adds", name = "add")]
#[test]
#[cfg(test)]
fn add(#[arg(help = "x")] a: i32, mut b: i32) -> i32 { a + b }

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn works() { assert!(add(1, 2) == 3, "sum {}", 3); }
}

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

macro_rules! twice { ($x:expr) => { $x; $x } }

static mut COUNT: u32 = 0;
extern "C" { fn c(x: i32); }
fn r#type(r#match: u8) {} // trailing
/* own */ fn after() {}

#[derive(strum::Display)]
#[strum(serialize_all = "kebab-case")]
enum Step {
    FirstOne,
    #[strum(serialize = "2nd")]
    Second(u8, String),
    Third = 3,
}

fn kinds(event: Event) -> Option<String> {
    let is_text = matches!(event, Event::Text { .. } | Event::Delta(_));
    let text = match event {
        Event::Text(text) => text,
        Event::Other if !is_text => todo!(),
        _ => { println!("nothing"); return None }
    };
    Some(text)
}
