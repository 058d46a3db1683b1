pub use shared_tools::*;
pub use shared_tools::helper;
use shared_tools::client;
use shared_tools::missing::thing;

pub async fn run() {
    client().chat().create(1).await;
    async_openai::Client::new().chat().create(2).await;
    thing().chat().create(3).await;
}
