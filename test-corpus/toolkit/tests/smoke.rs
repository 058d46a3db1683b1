use genai::chat::{ChatMessage, ChatRequest};
use genai::Client;

#[tokio::test]
#[ignore = "needs a key"]
async fn counts_letters() {
    let client = Client::default();
    let request = ChatRequest::new(vec![ChatMessage::user(
        "Count the letter r in the word strawberry. Answer with the number.",
    )]);
    let response = client
        .exec_chat("gpt-4o-mini", request, None)
        .await
        .unwrap();
    assert_eq!(response.content_text_as_str(), Some("3"));
}
