//! A line on standard error that says how far a long scan is.

use crate::engine::Progress;
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Shows progress while `work` runs, from half a second on, if standard error is a terminal.
pub fn during<T>(progress: &Progress, wanted: bool, work: impl FnOnce() -> T) -> T {
    if !wanted || !std::io::stderr().is_terminal() {
        return work();
    }
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| show(progress, &done));
        let result = work();
        done.store(true, Ordering::Release);
        result
    })
}

fn show(progress: &Progress, done: &AtomicBool) {
    let mut shown = false;
    for tick in 0u32.. {
        if done.load(Ordering::Acquire) {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
        if tick < 10 || tick % 4 != 0 {
            continue;
        }
        let (now, total) = (
            progress.done.load(Ordering::Relaxed),
            progress.total.load(Ordering::Relaxed),
        );
        eprint!("\rreading {now} of {total} files ");
        // A progress line that cannot be written is no reason to stop.
        let _ = std::io::stderr().flush();
        shown = true;
    }
    if shown {
        eprint!("\r\x1b[K");
    }
}
