#!/usr/bin/env rust-script
//! BOM, shebang, CRLF.
use a::b;
<<<<<<< HEAD
const P: &str = "ours
  more \
   less";
=======
const P: &str = r"theirs
raw";
>>>>>>> branch

/// Lost.
fn bad() {
    let = ask("never");
}

impl X {
    fn good(&self) { self.ask("é kept"); }
    fn bad(&self) { ask( }
    fn also(&self) { ask("kept too"); }
}

fn last() { ask("kept at last"); }
