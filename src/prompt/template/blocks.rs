//! Puts a template together whose parts may stand under conditions.

use crate::prompt::flat::{Flat, MOST_VARIANTS, Piece, joined};

/// Deeper conditions are passed over: what stands in them is taken as it is.
const DEEPEST: usize = 24;

/// The alternatives of what has been put together so far, and the arms that are open.
pub(super) struct Blocks {
    now: Vec<Flat>,
    open: Vec<Arms>,
    /// Conditions that lie too deep.
    passed: usize,
}

/// A condition that is open.
struct Arms {
    /// What stands before it.
    before: Vec<Flat>,
    /// The arms that are complete.
    done: Vec<Flat>,
}

impl Blocks {
    pub fn new(media: bool) -> Blocks {
        let start = Flat {
            media,
            ..Flat::default()
        };
        Blocks {
            now: vec![start],
            open: Vec::new(),
            passed: 0,
        }
    }

    pub fn piece(&mut self, piece: &Piece) {
        self.now
            .iter_mut()
            .for_each(|flat| flat.push(piece.clone()));
    }

    pub fn texts(&mut self, texts: &[Flat]) {
        if !texts.is_empty() {
            self.now = joined(std::mem::take(&mut self.now), texts);
        }
    }

    pub fn media(&mut self) {
        self.now.iter_mut().for_each(|flat| flat.media = true);
    }

    pub fn open(&mut self) {
        if self.open.len() >= DEEPEST {
            self.passed += 1;
            return;
        }
        let before = std::mem::replace(&mut self.now, vec![Flat::default()]);
        self.open.push(Arms {
            before,
            done: Vec::new(),
        });
    }

    pub fn otherwise(&mut self) {
        if let Some(arms) = self.open.last_mut().filter(|_| self.passed == 0) {
            let arm = std::mem::replace(&mut self.now, vec![Flat::default()]);
            arms.done.extend(arm);
        }
    }

    pub fn close(&mut self) {
        if self.passed > 0 {
            self.passed -= 1;
            return;
        }
        let Some(mut arms) = self.open.pop() else {
            return;
        };
        arms.done.append(&mut self.now);
        arms.done.truncate(MOST_VARIANTS);
        self.now = joined(arms.before, &arms.done);
    }

    pub fn finish(mut self) -> Vec<Flat> {
        self.passed = 0;
        while !self.open.is_empty() {
            self.close();
        }
        self.now
    }
}
