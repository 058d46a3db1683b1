use app::baml_client::sync_client::B;

pub fn pick(text: &str) -> Option<Currency> {
    B.Pick.call(text).ok()
}
