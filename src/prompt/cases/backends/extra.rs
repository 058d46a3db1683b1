use crate::backend::{Asker, Fixed, Llm};

impl Asker {
    pub async fn titled(&self, prompt: &str) -> anyhow::Result<String> {
        self.llm.complete(prompt).await
    }
}

/// No model is asked.
pub async fn fixed() -> anyhow::Result<String> {
    let fixed = Fixed;
    fixed.complete("Name a desert.").await
}
