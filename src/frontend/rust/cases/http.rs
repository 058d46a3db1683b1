use reqwest;
use serde_json::{Value, json};

lazy_static::lazy_static! {
    static ref CLIENT: reqwest::Client = reqwest::Client::new();
    /// Where to.
    pub static ref URL: String = std::env::var("URL").unwrap_or_else(|_| "https://api.openai.com/v1".into());
}
static LAZY: std::sync::LazyLock<reqwest::Client> = std::sync::LazyLock::new(|| {
    reqwest::Client::builder().timeout(TIMEOUT).build().unwrap()
});
static CELL: OnceLock<Client> = OnceLock::new();

fn client() -> &'static Client {
    CELL.get_or_init(|| Client::new())
}

async fn ask(text: &str, model: Option<&str>) -> Result<Value, Box<dyn std::error::Error + Send>> {
    let model = model.unwrap_or("gpt-4o");
    let mut body = json!({
        "model": model,
        "temperature": 0,
        "stream": false,
        "stop": null,
        "messages": [
            { "role": "system", "content": "Return ISO dates.\nOnly JSON." },
            { "role": "user", "content": format!("Date in: {text}") },
        ],
        (key()): [1, -2.5, Some("x"), foo::<A>(1)],
        "nested": { "type": "object", "properties": { "date": { "type": "string" } } }
    });
    body["max_tokens"] = json!(16);
    let reply: Value = CLIENT
        .post(format!("{}/chat/completions", *URL))
        .bearer_auth(std::env::var("KEY")?)
        .json(&body)
        .send()
        .await?
        .error_for_status()?
        .json::<Value>()
        .await?;
    let content = reply["choices"][0]["message"]["content"].as_str().unwrap();
    if content == "yes" || content.contains("no") {
        return Ok(Value::Null);
    }
    let amount = content.parse::<f64>().map_err(|e| log(e))?;
    let parsed: Answer = serde_json::from_str(content)?;
    let mut headers = HashMap::new();
    headers.insert("x-api-key", amount);
    let table = HashMap::from([("de", "German"), ("fr", "French")]);
    let other = hashmap! { "a" => 1, key() => 2 };
    Ok(parsed.into())
}

fn inline() {
    let ok = matches!(reply.trim(), "yes" | "y" if sure());
    tracing::info!(user = %name, ?other, count = 3, "asked {} of {name}", model.id);
    assert_eq!(ask("x"), "literal", "why {}", y);
    let v = vec![Message::user("hi"); 3];
    let (a, b) = tokio::join!(ask("a"), ask("b"));
    tokio::select! {
        reply = ask("c") => { use_it(reply).await; }
        _ = sleep(1), if waiting => println!("late {a}"),
        else => panic!("gone"),
    }
    let stream = async_stream::stream! {
        let text = ask("d").await;
        yield text;
    };
    custom! { some odd @ tokens, ask("e") => { call_me(1); } }
    let task = tokio::spawn(async move {
        if early() { return "early"; }
        "late"
    });
}
