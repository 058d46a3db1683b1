// Two crates that re-export each other.
pub use company_app::*;
pub use company_app::helper;
pub use async_openai;
pub fn client() -> async_openai::Client { async_openai::Client::new() }
