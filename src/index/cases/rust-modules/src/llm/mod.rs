mod inner;

use async_openai::{config::OpenAIConfig, Client};
use std::sync::Arc;

pub type Api = Client<OpenAIConfig>;

pub struct Service {
    pub client: Arc<Api>,
}

impl Service {
    pub async fn run(&self) {
        self.client.chat().create(request()).await;
    }
}

mod nested {
    use super::Api;

    async fn run() {
        Api::new().chat().create(0).await;
    }
}
