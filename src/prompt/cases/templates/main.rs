use tera::{Context, Tera};

async fn tera(agent: &rig::agent::Agent<M>, words: &[String]) -> String {
    let tera = Tera::new("templates/**/*").unwrap();
    let mut context = Context::new();
    context.insert("kind", "words");
    let prompt = tera.render("sort.j2", &context).unwrap();
    agent.prompt(prompt).await.unwrap()
}
