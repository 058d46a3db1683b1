//! Reads a prompt as a careful engineer would: clauses, frames, contract, evidence.
//!
//! This room turns a [`Request`] into a [`Task`]. It must not know any SDK, any syntax, any rule or
//! how something is rendered. Every word it knows stands in `rules/words/`.

mod evidence;
mod frame;
mod grams;
mod lexicon;
mod phrases;
mod segment;
mod token;

pub use evidence::{FEATURES, Feature, Features, name_words, reply_values};
pub use frame::{Frame, FrameKind, Origin, Zone};
pub use grams::BUCKETS;
pub use lexicon::{ActionClass, Form, Lexicon, Manner, Mark, Notion, Notions, ObjectClass};
pub use phrases::PHRASE_BUCKETS;
pub use segment::{Clause, ClauseKind, Term, TermKind};

use crate::prompt::{Message, Prompt, Request};

/// What one variant of a prompt asks for.
#[derive(Debug)]
pub struct Task<'a> {
    /// The messages it was read from.
    pub messages: &'a [Message],
    /// The clauses of all messages, in order.
    pub clauses: Vec<Clause<'a>>,
    /// The work, in order; frames of schema fields and of the function's name come last.
    pub frames: Vec<Frame>,
    /// What the reading is weighed by.
    pub features: Features,
    /// What the second opinion is formed by.
    pub grams: Vec<u16>,
    /// The buckets of its runs of words and of the names around it.
    pub phrases: Vec<u16>,
    /// The natural language it is written in; `None` where it is not covered.
    pub language: Option<&'a str>,
}

/// Reads one variant of a request's prompt.
pub fn read<'a>(request: &'a Request, variant: usize, lexicon: &'a Lexicon) -> Task<'a> {
    let messages: &[Message] = request
        .prompt
        .variants
        .get(variant)
        .map_or(&[], Vec::as_slice);
    let all: Vec<Vec<token::Token>> = messages
        .iter()
        .map(|message| token::tokens(&message.text).collect())
        .collect();
    let words_only = all
        .iter()
        .flatten()
        .filter(|token| token.kind == token::TokenKind::Word);
    let words = lexicon.language_of(words_only.map(|token| token.lower.as_ref()));
    let reading = words.unwrap_or(&lexicon.languages[0]);
    let clauses = segment::clauses(messages, reading, lexicon);
    let texts: Vec<&str> = messages
        .iter()
        .map(|message| message.text.as_str())
        .collect();
    let mut frames = frame::frames(&clauses, &texts, reading, &lexicon.notions);
    frames.extend(evidence::name_frames(request, messages, lexicon));
    let features = evidence::features(request, messages, &clauses, &frames, lexicon, variant);
    let grams = grams::grams(messages, &clauses, &frames, &lexicon.notions);
    Task {
        messages,
        grams,
        phrases: phrases::phrases(request, messages, &all),
        clauses,
        frames,
        features,
        language: words.map(|words| words.language.as_str()),
    }
}

/// Whether the known text of a prompt asks for any work of its own, so that a function that sends
/// it together with its caller's text is more than a way through.
pub fn has_work(prompt: &Prompt, lexicon: &Lexicon) -> bool {
    prompt.variants.iter().any(|messages| {
        let tokens: Vec<token::Token> = messages
            .iter()
            .flat_map(|message| token::tokens(&message.text))
            .collect();
        let words = lexicon
            .language_of(tokens.iter().map(|token| token.lower.as_ref()))
            .unwrap_or(&lexicon.languages[0]);
        let clauses = segment::clauses(messages, words, lexicon);
        let texts: Vec<&str> = messages
            .iter()
            .map(|message| message.text.as_str())
            .collect();
        frame::frames(&clauses, &texts, words, &lexicon.notions)
            .iter()
            .any(|frame| {
                let is_vague = matches!(frame.kind, FrameKind::Reply | FrameKind::Vague);
                !is_vague && !is_form_alone(frame, lexicon)
            })
    })
}

/// Whether a piece of work only says in which form to answer: 'You must respond with valid JSON.'
fn is_form_alone(frame: &frame::Frame, lexicon: &Lexicon) -> bool {
    let class = |object: u16| lexicon.notions.objects[object as usize].1;
    let mut objects = frame.objects.iter();
    frame.class == ActionClass::Reply
        && objects.all(|(object, _)| class(*object) == ObjectClass::Format)
}
