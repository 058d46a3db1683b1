//! From a call that was found to all that is known of it; wrappers and their callers.

use super::eval::{Env, Evaluator, Piece, VARIANTS};
use super::messages::{Draft, flatten};
use super::{HoleReason, Prompt, Request, Role, Schema, Status};
use crate::index::{At, FnRef, Program, Target};
use crate::ir::ExprKind;
use crate::sdk::{CallKind, Found, Inputs, Sdks};
use crate::source::FileId;
use std::collections::BTreeMap;

/// How many wrappers deep a prompt is followed to its callers.
const WRAPPERS: u32 = 4;
/// How many callers of one wrapper are reported.
const CALLERS: usize = 10_000;

/// The call sites of a file.
#[derive(Debug, Default)]
pub struct Requests<'s> {
    /// Sites whose prompt the code around them brings.
    pub direct: Vec<Request>,
    /// Sites whose prompt comes from the callers of the function around them.
    pub wrappers: Vec<Wrapper<'s>>,
}

/// A site whose prompt its function's callers bring.
#[derive(Clone, Debug)]
pub struct Wrapper<'s> {
    /// The call.
    pub found: Found<'s>,
    /// The function whose callers bring the prompt.
    pub function: FnRef,
    /// The site itself, reported where no caller is found.
    pub request: Request,
}

/// Decides whether the known text of a prompt asks for work of its own.
pub type HasWork<'a> = &'a dyn Fn(&Prompt) -> bool;

/// The call sites of one file.
pub fn requests<'s>(
    program: &Program,
    sdks: &'s Sdks,
    file: FileId,
    has_work: HasWork,
) -> Requests<'s> {
    let mut all = Requests::default();
    for found in sdks.find(program, file) {
        let env = Env::new();
        let Some((request, open)) = request(program, sdks, &found, found.call, &env) else {
            continue;
        };
        match open {
            Some(function) if !has_work(&request.prompt) => {
                all.wrappers.push(Wrapper {
                    found,
                    function,
                    request,
                });
            }
            _ => all.direct.push(request),
        }
    }
    all
}

/// The call sites that a wrapper's callers make; the wrapper's own site where there are none.
pub fn wrapped(
    program: &Program,
    sdks: &Sdks,
    wrapper: &Wrapper,
    has_work: HasWork,
) -> Vec<Request> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let around = Around {
        program,
        sdks,
        found: &wrapper.found,
        has_work,
    };
    around.callers(
        wrapper.function,
        &Env::new(),
        WRAPPERS,
        &mut seen,
        &mut found,
    );
    if found.is_empty() {
        let mut own = wrapper.request.clone();
        let name = &program.module(wrapper.function.file)[wrapper.function.function];
        let kind = if name.public {
            "parameter of a public function"
        } else {
            "parameter of a function that nothing here calls"
        };
        if !own.prompt.reasons.iter().any(|reason| reason == kind) {
            own.prompt.reasons.push(kind.to_string());
        }
        return vec![own];
    }
    found
}

struct Around<'a, 's> {
    program: &'a Program,
    sdks: &'s Sdks,
    found: &'a Found<'s>,
    has_work: HasWork<'a>,
}

impl Around<'_, '_> {
    fn callers(
        &self,
        function: FnRef,
        inner: &Env,
        depth: u32,
        seen: &mut Vec<FnRef>,
        out: &mut Vec<Request>,
    ) {
        if depth == 0 || seen.contains(&function) {
            return;
        }
        seen.push(function);
        let name = self.program.module(function.file)[function.function]
            .name
            .to_string();
        for call in self.program.callers(function).into_iter().take(CALLERS) {
            let mut env = inner.clone();
            // What an inner wrapper was given was a parameter here: now the caller says what it is.
            let params = self.program.module(function.file)[function.function]
                .params
                .len() as u32;
            for index in 0..params {
                if let Some(argument) = self.program.argument(call, function, index) {
                    env.insert((function, index), argument);
                }
            }
            let Some((mut request, open)) =
                request(self.program, self.sdks, self.found, call, &env)
            else {
                continue;
            };
            request.via = Some(name.clone());
            let before = out.len();
            if let Some(outer) =
                open.filter(|outer| *outer != function && !(self.has_work)(&request.prompt))
            {
                self.callers(outer, &env, depth - 1, seen, out);
            }
            if out.len() == before {
                out.push(request);
            }
        }
        seen.pop();
    }
}

/// All that is known of a call, as its own site or as the one of a caller (`site`), and the function
/// whose callers bring its prompt, where that is so. `None`: raw HTTP to an address that is no
/// endpoint.
fn request(
    program: &Program,
    sdks: &Sdks,
    found: &Found,
    site: At,
    env: &Env,
) -> Option<(Request, Option<FnRef>)> {
    let evaluator = Evaluator::new(program, sdks, env);
    let mut sdk = found.sdk;
    let mut provider = sdk.provider.clone();
    let (inputs, source): (&Inputs, Source) = match found.row.kind {
        CallKind::Sdk => (&found.row.inputs, Source::Call(found.call)),
        CallKind::Http => {
            let endpoint = endpoint(&evaluator, sdks, found)?;
            sdk = sdks.sdk(endpoint.sdk);
            provider = endpoint.provider.clone();
            let body = sdks.input(program, found.call, &found.row.body);
            (&endpoint.inputs, Source::Body(body.first().copied()?))
        }
    };
    let get = |locations: &[String]| match source {
        Source::Call(call) => sdks.input(program, call, locations),
        Source::Body(body) => sdks.inside(program, body, locations),
    };
    let model = get(&inputs.model)
        .first()
        .and_then(|at| model_name(&evaluator, *at));
    let (prompt, open) = prompt(&evaluator, inputs, &get, found.call);
    let module = program.module(site.file);
    Some((
        Request {
            span: module[site.expr].span,
            sdk: sdk.id.clone(),
            provider: provider_of(provider, model.as_deref()),
            model,
            via: None,
            function: module.qualified_name(module[site.expr].scope),
            prompt,
            parameters: parameters(&evaluator, inputs, &get),
            schema: schema(&evaluator, inputs, &get),
            tools: has_tools(&evaluator, inputs, &get),
            uses: evaluator.uses(site),
            by_shape: found.by_shape,
        },
        open,
    ))
}

#[derive(Clone, Copy)]
enum Source {
    Call(At),
    Body(At),
}

fn endpoint<'s>(
    evaluator: &Evaluator,
    sdks: &'s Sdks,
    found: &Found,
) -> Option<&'s crate::sdk::Endpoint> {
    let urls = sdks.input(evaluator.program, found.call, &found.row.url);
    let url = urls.first()?;
    evaluator.text(*url).into_iter().find_map(|pieces| {
        let known: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Known(text, _) => text.as_str(),
                Piece::Hole(_) => "{}",
            })
            .collect();
        sdks.endpoints().iter().find(|endpoint| {
            endpoint
                .hosts
                .iter()
                .any(|host| known.contains(host.as_str()))
                && (endpoint.paths.is_empty()
                    || endpoint
                        .paths
                        .iter()
                        .any(|path| known.contains(path.as_str())))
        })
    })
}

/// A prefix of the model's id that names who runs it (`groq/llama…`), or what the SDK says.
fn provider_of(known: Option<String>, model: Option<&str>) -> Option<String> {
    known.or_else(|| {
        let (head, _) = model?.split_once('/')?;
        Some(head.to_string())
    })
}

fn model_name(evaluator: &Evaluator, at: At) -> Option<String> {
    let values = evaluator.program.values(at);
    for value in values.iter().chain(std::iter::once(&at)) {
        if let Some(text) = evaluator
            .constant(*value)
            .filter(|text| !text.is_empty() && text.len() < 120)
        {
            return Some(text);
        }
        // `openai("gpt-4o")`, `ChatOpenAI(model="…")`, `os.getenv("MODEL", "gpt-4o")`.
        if let ExprKind::Call { args, .. } = evaluator.program.kind(*value) {
            let called = evaluator.program.called_name(*value).unwrap_or_default();
            let wanted = if matches!(called, "getenv" | "get") {
                1
            } else {
                0
            };
            let named = args
                .iter()
                .find(|arg| matches!(arg.name.as_deref(), Some("model" | "model_name")));
            let arg = named.or_else(|| args.get(wanted))?;
            return evaluator
                .constant(At {
                    file: value.file,
                    expr: arg.value,
                })
                .filter(|text| text.len() < 120 && !text.contains(' '));
        }
    }
    None
}

fn parameters(
    evaluator: &Evaluator,
    inputs: &Inputs,
    get: &dyn Fn(&[String]) -> Vec<At>,
) -> BTreeMap<String, serde_json::Value> {
    let mut found = BTreeMap::new();
    for (name, locations) in &inputs.parameters {
        let Some(at) = get(locations).first().copied() else {
            continue;
        };
        let value = evaluator.program.values(at).into_iter().find_map(|value| {
            match evaluator.program.kind(value) {
                ExprKind::Number(number) => json_number(*number),
                ExprKind::Text(text) => Some(serde_json::Value::from(text.value.to_string())),
                ExprKind::Bool(value) => Some(serde_json::Value::from(*value)),
                ExprKind::List(_) => {
                    let texts: Vec<String> = evaluator
                        .elements(value, 4)?
                        .into_iter()
                        .filter_map(|at| evaluator.constant(at))
                        .collect();
                    Some(serde_json::Value::from(texts))
                }
                _ => None,
            }
        });
        if let Some(value) = value {
            found.insert(name.clone(), value);
        }
    }
    found
}

fn json_number(number: f64) -> Option<serde_json::Value> {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return Some(serde_json::Value::from(number as i64));
    }
    serde_json::Number::from_f64(number).map(serde_json::Value::Number)
}

fn schema(
    evaluator: &Evaluator,
    inputs: &Inputs,
    get: &dyn Fn(&[String]) -> Vec<At>,
) -> Option<Schema> {
    get(&inputs.schema)
        .first()
        .and_then(|at| evaluator.schema(*at))
}

/// Tools that are offered; an empty list or nothing is none.
fn has_tools(evaluator: &Evaluator, inputs: &Inputs, get: &dyn Fn(&[String]) -> Vec<At>) -> bool {
    get(&inputs.tools).first().is_some_and(|at| {
        evaluator
            .program
            .values(*at)
            .iter()
            .any(|value| match evaluator.program.kind(*value) {
                ExprKind::Null => false,
                ExprKind::List(items) => !items.is_empty(),
                ExprKind::Map { entries, .. } => !entries.is_empty(),
                _ => true,
            })
    })
}

fn prompt(
    evaluator: &Evaluator,
    inputs: &Inputs,
    get: &dyn Fn(&[String]) -> Vec<At>,
    call: At,
) -> (Prompt, Option<FnRef>) {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut sources = Vec::new();
    for at in get(&inputs.system).into_iter().take(1) {
        drafts.extend(
            evaluator
                .messages(at, Role::System)
                .into_iter()
                .map(|mut draft| {
                    draft.role = Role::System;
                    draft
                }),
        );
        sources.push(at);
    }
    let messages = get(&inputs.messages);
    let prompt = if messages.is_empty() {
        prompt_of(inputs, get, evaluator, call)
    } else {
        messages
    };
    for at in prompt.into_iter().take(1) {
        drafts.extend(evaluator.messages(at, Role::User));
        sources.push(at);
    }
    let open = open_function(evaluator, &drafts, &sources);
    (assemble(evaluator, drafts), open)
}

/// The single prompt: `pipe` is the value that the chain's call is made on.
fn prompt_of(
    inputs: &Inputs,
    get: &dyn Fn(&[String]) -> Vec<At>,
    evaluator: &Evaluator,
    call: At,
) -> Vec<At> {
    if inputs.prompt.first().is_none_or(|first| first != "pipe") {
        return get(&inputs.prompt);
    }
    let ExprKind::Call { callee, .. } = evaluator.program.kind(call) else {
        return Vec::new();
    };
    let receiver = match evaluator.program.kind(At {
        file: call.file,
        expr: *callee,
    }) {
        ExprKind::Member { object, .. } => *object,
        _ => *callee,
    };
    let receiver = At {
        file: call.file,
        expr: receiver,
    };
    let pipe = evaluator
        .program
        .values(receiver)
        .into_iter()
        .find(|value| matches!(evaluator.program.kind(*value), ExprKind::Binary { .. }));
    if let Some(pipe) = pipe {
        return vec![pipe];
    }
    // `prompt.pipe(model).invoke(…)`, `LLMChain(llm=…, prompt=…)`.
    let mut chain = Vec::new();
    crate::sdk::receivers(evaluator.program, call, 0, &mut chain);
    let template = chain
        .iter()
        .copied()
        .find(|at| evaluator.sdks.template_of(evaluator.program, *at).is_some());
    template.map_or_else(|| get(&inputs.prompt[1..]), |template| vec![template])
}

/// The function whose parameter a whole message or the whole list is.
fn open_function(evaluator: &Evaluator, drafts: &[Draft], sources: &[At]) -> Option<FnRef> {
    let whole = drafts.iter().any(|draft| {
        draft.role != Role::Assistant && draft.content.iter().any(|variant| {
            matches!(variant.iter().filter(|piece| !is_blank(piece)).collect::<Vec<_>>().as_slice(),
                    [Piece::Hole(hole)] if hole.reason == HoleReason::Parameter)
        })
    });
    if !whole {
        return None;
    }
    let hole = drafts
        .iter()
        .flat_map(|draft| draft.content.iter().flatten())
        .find_map(|piece| match piece {
            Piece::Hole(hole) if hole.reason == HoleReason::Parameter => Some(hole),
            _ => None,
        })?;
    // The parameter belongs to the function around the place where it is read.
    let file = hole.span.file;
    let module = evaluator.program.module(file);
    let expr = module.exprs.iter().position(|expr| {
        expr.span == hole.span && matches!(expr.kind, ExprKind::Name(_) | ExprKind::Member { .. })
    })?;
    let at = At {
        file,
        expr: crate::ir::ExprId(expr as u32),
    };
    let _ = sources;
    evaluator
        .program
        .resolve(at)
        .into_iter()
        .find_map(|target| match target {
            Target::Parameter { function, .. } => Some(function),
            _ => None,
        })
}

fn is_blank(piece: &Piece) -> bool {
    matches!(piece, Piece::Known(text, _) if text.trim().is_empty())
}

fn assemble(evaluator: &Evaluator, drafts: Vec<Draft>) -> Prompt {
    let mut prompt = Prompt {
        reasons: evaluator.reasons.borrow().clone(),
        ..Prompt::default()
    };
    let count = drafts
        .iter()
        .map(|draft| draft.content.len())
        .max()
        .unwrap_or(1)
        .clamp(1, VARIANTS);
    for variant in 0..count {
        let messages = drafts
            .iter()
            .filter_map(|draft| {
                let pieces = draft.content.get(variant).or(draft.content.last())?;
                Some(flatten(draft.role, pieces, draft.media, &mut prompt.holes))
            })
            .filter(|message| !message.text.trim().is_empty() || message.media)
            .collect();
        prompt.variants.push(messages);
    }
    prompt.variants.dedup_by(|a, b| {
        a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.text == b.text)
    });
    status(&mut prompt, &drafts);
    prompt
}

fn status(prompt: &mut Prompt, drafts: &[Draft]) {
    let known = drafts
        .iter()
        .flat_map(|draft| draft.content.iter().flatten())
        .any(
            |piece| matches!(piece, Piece::Known(text, _) if text.chars().any(char::is_alphabetic)),
        );
    let mut missing = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.role != Role::Assistant) {
        for variant in &draft.content {
            let only = variant.iter().filter(|piece| !is_blank(piece)).count() == 1;
            for piece in variant {
                let Piece::Hole(hole) = piece else { continue };
                let instruction = draft.role == Role::System && only;
                match hole.reason {
                    HoleReason::Unresolved => {
                        missing.push(format!("name not found: {}", hole.name))
                    }
                    HoleReason::Parameter if draft.whole && !known || instruction => {
                        missing.push("parameter of a public function".to_string());
                    }
                    HoleReason::Environment if only => {
                        missing.push("value from the environment".to_string())
                    }
                    HoleReason::CallResult | HoleReason::Member | HoleReason::Expression
                        if instruction =>
                    {
                        missing.push(format!("computed at run time: {}", hole.name));
                    }
                    _ if draft.whole => {
                        missing.push(format!("list of messages not known: {}", hole.name))
                    }
                    _ => {}
                }
            }
        }
    }
    prompt.status = match (known, missing.is_empty()) {
        (false, _) => Status::Unresolved,
        (true, false) => Status::Partial,
        (true, true) => Status::Resolved,
    };
    if !known && missing.is_empty() {
        missing.push(if drafts.is_empty() {
            "no prompt found in the call".into()
        } else {
            "only run-time values are sent".into()
        });
    }
    for reason in missing {
        if !prompt.reasons.contains(&reason) {
            prompt.reasons.push(reason);
        }
    }
    if prompt.variants.is_empty() {
        prompt.variants.push(Vec::new());
    }
}
