use company_app::run;
use outside_kit::async_openai::Client;

pub async fn main() {
    run().await;
    Client::new().chat().create(4).await;
}
