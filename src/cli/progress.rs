//! A line on standard error that says how far a long scan is.

use crate::engine::Progress;
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::Thread;
use std::time::{Duration, Instant};

/// Shows progress while `work` runs, from half a second on, if standard error is a terminal.
pub fn during<T>(progress: &Progress, wanted: bool, work: impl FnOnce() -> T) -> T {
    if !wanted || !std::io::stderr().is_terminal() {
        return work();
    }
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let shower = scope.spawn(|| show(progress, &done));
        let _over = Over(&done, shower.thread());
        work()
    })
}

/// Ends the showing also when the work panics.
struct Over<'a>(&'a AtomicBool, &'a Thread);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
        self.1.unpark();
    }
}

fn show(progress: &Progress, done: &AtomicBool) {
    let mut wait = Duration::from_millis(500);
    let mut shown = false;
    loop {
        let asleep = Instant::now();
        while asleep.elapsed() < wait && !done.load(Ordering::Acquire) {
            std::thread::park_timeout(wait.saturating_sub(asleep.elapsed()));
        }
        if done.load(Ordering::Acquire) {
            break;
        }
        let now = progress.done.load(Ordering::Relaxed);
        let total = progress.total.load(Ordering::Relaxed);
        line(&format!("\rreading {now} of {total} files "));
        shown = true;
        wait = Duration::from_millis(100);
    }
    if shown {
        line("\r\x1b[K");
    }
}

/// A progress line that cannot be written is no reason to stop.
fn line(text: &str) {
    let mut out = std::io::stderr().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
