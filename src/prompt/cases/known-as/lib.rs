mod model;
pub use model::ask as request;
use model::ask as go;
pub async fn a(x: &str) { request(format!("Find the dates in: {x}")).await; }
pub async fn b(x: &str) { go(format!("Find the dates in: {x}")).await; }
pub async fn c(x: &str) { model::ask(format!("Find the dates in: {x}")).await; }
