pub struct Client;
impl Client {
    pub fn new() -> Self { Self }
    pub fn chat(&self) -> Chat { Chat }
}
pub struct Chat;
impl Chat {
    pub async fn create(&self, request: u32) -> u32 { request }
}
