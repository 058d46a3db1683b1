use super::Service;

pub async fn run(service: &Service) {
    service.client.chat().create(0).await;
}
