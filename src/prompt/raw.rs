//! Raw HTTP: to which endpoint a request goes, by its address and, where that is known only at run
//! time, by its body.

use super::env::Env;
use super::eval::{Eval, Kind, Value};
use super::flat::{Flat, Origin, Piece, joined};
use crate::sdk::{Endpoint, Found};

/// How often a body may be written into another form.
const DEEPEST: usize = 4;

/// What stands for the model in the place that an address names it in.
const MODEL: &str = "{model}";
/// Stands in an address for a part that only the run knows.
const AT_RUN_TIME: char = '\0';

/// The address and the body of a raw request.
pub(super) struct Raw {
    addresses: Vec<Flat>,
    pub body: Vec<Value>,
}

impl Raw {
    pub fn of(eval: &Eval, found: &Found, env: &Env) -> Raw {
        let mut urls = eval.input(found.call, env, &found.row.url);
        let body = eval.input(found.call, env, &found.row.body);
        if urls.is_empty() {
            // A request that is handed in: its address is part of what callers bring.
            urls = eval.receivers(found.call, env);
            urls.retain(|value| matches!(value.kind, Kind::Open(_)));
        }
        let base = eval.input(found.call, env, &found.row.base);
        let base: Vec<Flat> = base.iter().flat_map(|base| eval.text_of(base)).collect();
        let addresses = urls.iter().flat_map(|url| eval.text_of(url));
        Raw {
            addresses: addresses
                .flat_map(|address| going_on_from(&base, address))
                .collect(),
            body: written(eval, body, DEEPEST),
        }
    }

    /// The endpoint that it goes to: one whose host is named, else one that the path or the body
    /// tells on any host.
    pub fn endpoint<'p>(&self, eval: &Eval<'p>) -> Option<&'p Endpoint> {
        let all = eval.sdks.endpoints();
        let named = all.iter().filter(|endpoint| !endpoint.hosts.is_empty());
        let anywhere = all.iter().filter(|endpoint| endpoint.hosts.is_empty());
        named.chain(anywhere).find(|endpoint| {
            self.addresses
                .iter()
                .any(|address| is_address(endpoint, address))
                && endpoint.needs.iter().all(|path| self.has(eval, path))
        })
    }

    /// The model that the address names: `…/models/gemini-2.0-flash:generateContent`.
    pub fn model_named(&self, endpoint: &Endpoint) -> Option<Value> {
        let each = |address: &Flat| {
            let mut places = endpoint.model_at.iter();
            places.find_map(|place| model_in(address, place))
        };
        self.addresses.iter().find_map(each)
    }

    /// Whether the body has a field, or one inside others (`contents.0.parts`).
    fn has(&self, eval: &Eval, path: &str) -> bool {
        let mut segments = path.split('.');
        let first = eval.fields(&self.body, segments.next().unwrap_or_default());
        let found = segments.fold(first, |found, segment| {
            eval.fields(&eval.reduced_all(&found), segment)
        });
        !found.is_empty()
    }

    /// The parameters by which callers may make it a request to an endpoint: an address that ends
    /// in one, and a body that is one where the host is open.
    pub fn open_to_callers(&self) -> Vec<Origin> {
        let last = |address: &Flat| match address.pieces.last() {
            Some(Piece::Open(open)) => open.origin,
            _ => None,
        };
        let mut found: Vec<Origin> = self.addresses.iter().filter_map(last).collect();
        if self.addresses.iter().any(starts_open) {
            found.extend(self.body.iter().filter_map(|body| match &body.kind {
                Kind::Open(open) => open.origin,
                _ => None,
            }));
        }
        found
    }
}

/// What a body says that is written down as JSON or bytes. Of one that is not known no field is:
/// nothing makes it a request to a model.
fn written(eval: &Eval, body: Vec<Value>, depth: usize) -> Vec<Value> {
    let Some(depth) = depth.checked_sub(1) else {
        return body;
    };
    let values = body.iter().flat_map(|body| eval.reduced(body));
    let inside = values.flat_map(|value| {
        let inner = match eval.expr_of(&value) {
            Some((at, env, _)) => eval.passed_on(at, env),
            None => None,
        };
        inner.map_or_else(|| vec![value], |inner| written(eval, inner, depth))
    });
    inside.collect()
}

/// An address behind each of the addresses that it may go on from, unless it names its own host.
fn going_on_from(base: &[Flat], address: Flat) -> Vec<Flat> {
    match base.is_empty() || address.shown().contains("://") {
        true => vec![address],
        false => joined(base.to_vec(), &[address]),
    }
}

/// What stands in an address in the place of the model; it ends where the place goes on, or with
/// the path.
fn model_in(address: &Flat, place: &str) -> Option<Value> {
    let (before, behind) = place.split_once(MODEL)?;
    let mut shown = String::new();
    let mut opens = Vec::new();
    for piece in &address.pieces {
        match piece {
            Piece::Text(text, _) => shown.push_str(text),
            Piece::Open(open) => {
                shown.push(AT_RUN_TIME);
                opens.push(open);
            }
            Piece::Role(_) => {}
        }
    }
    let start = shown.find(before)? + before.len();
    let rest = &shown[start..];
    let end = match behind.is_empty() {
        true => rest.find(['?', '#']).unwrap_or(rest.len()),
        false => rest.find(behind)?,
    };
    let named = &rest[..end];
    match named.strip_prefix(AT_RUN_TIME) {
        Some("") => {
            let number = shown[..start].matches(AT_RUN_TIME).count();
            Some(Value::open((*opens.get(number)?).clone()))
        }
        _ => (!named.is_empty() && !named.contains(AT_RUN_TIME)).then(|| Value::word(named)),
    }
}

/// Whether the start of an address is known only at run time.
fn starts_open(address: &Flat) -> bool {
    matches!(address.pieces.first(), Some(Piece::Open(_)))
}

fn is_address(endpoint: &Endpoint, address: &Flat) -> bool {
    let shown = address.shown();
    let any = |parts: &[String]| parts.iter().any(|part| shown.contains(&**part));
    let path = endpoint.paths.is_empty() || any(&endpoint.paths);
    if !endpoint.hosts.is_empty() {
        return path && any(&endpoint.hosts);
    }
    match endpoint.paths.is_empty() {
        true => starts_open(address),
        false => path && (endpoint.relative || !shown.starts_with('/')),
    }
}
