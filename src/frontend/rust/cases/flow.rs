fn values(opt: Option<Reply>, pair: (String, u32)) -> String {
    let prompt = if pair.1 > 3 { "long" } else if pair.1 == 2 { "two" } else { return String::new() };
    let (name, count) = pair;
    let (left, right) = ("left text", prompt);
    let Reply { text, usage: Usage { total, .. }, .. } = fetch().await? else { panic!() };
    let kind = match mode {
        Mode::Short => "short",
        Mode::Long { depth } if depth > 3 => "deep",
        Mode::Long { .. } => { let inner = "block"; inner }
        _ => continue,
    };
    if let Some(reply) = opt.as_ref() {
        use_it(reply);
    }
    while let Some(chunk) = stream.next().await {
        out.push_str(&chunk?);
    }
    for Item { id, label } in load()?.into_iter() {
        println!("{id}");
        labels.push(label);
    }
    let found = 'search: loop {
        if done() { break "found"; }
        break 'search other;
    };
    let closure = |x: &str, (a, b): (u8, u8)| -> String { x.to_uppercase() + kind };
    let nested = xs.iter().filter(|x| x.ok).map(|x| classify(x)).collect::<Vec<_>>();
    let lazy = opt.map(|r| r.text).unwrap_or_else(default_text);
    let value = result.unwrap_or_else(|e| { warn(e); "fallback".to_string() });
    let [first, .., last] = parts else { unreachable!() };
    let mut reassigned = "a";
    { reassigned = "b"; }
    unsafe { reassigned = raw(); }
    state.messages.push(Message { role: "user", content: text.clone(), ..Default::default() });
    *count_ref += 1;
    total -= 2;
    (name2, count2) = (count3, name3);
    let r = match call().await {
        Ok(reply) => reply,
        Err(error) => return error.to_string(),
    };
    let ord = match n { 1 => "one", 2 | 3 => "few", _ => "many" };
    let neg = !flag && -1 < x | y;
    let idx = &text[..10];
    let cell = tuple.0.field;
    found
}

fn generic<M: CompletionModel + Send>(model: &M, f: impl Fn(&str) -> String, d: &mut dyn Tool, State(app): State<App>, Params { a, b: c }: Params) -> Vec<[Option<&'static str>; 2]>
where
    M: Clone,
{
    async { model.ask(f("x")).await }.await;
    <Foo as Bar>::baz(Vec::<u8>::new(), crate::util::helper(), self::local(), super::up())
}

#[tokio::main]
async fn main() {
    fn helper() -> &'static str { "inside" }
    use std::fs;
    const LOCAL: &str = "local";
    run(helper(), LOCAL).await
}
