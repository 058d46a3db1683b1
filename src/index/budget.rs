//! A bound on the work of one question to the index, so that tangled code costs time in proportion to
//! its size: names that lead to names in circles or in ever more branches are cut.

use std::cell::Cell;

/// Steps that one question may take; what is not found by then is not known.
const STEPS: u32 = 3_000;

thread_local! {
    static SPENT: Cell<u32> = const { Cell::new(0) };
    static NESTED: Cell<u32> = const { Cell::new(0) };
}

/// A question under way; the outermost one starts the count anew.
pub struct Question;

impl Question {
    /// Begins a question.
    pub fn begin() -> Question {
        NESTED.with(|nested| {
            if nested.get() == 0 {
                SPENT.with(|spent| spent.set(0));
            }
            nested.set(nested.get() + 1);
        });
        Question
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        NESTED.with(|nested| nested.set(nested.get() - 1));
    }
}

/// Takes a step; `false`: there are none left.
pub fn spend() -> bool {
    SPENT.with(|spent| {
        spent.set(spent.get() + 1);
        spent.get() <= STEPS
    })
}
