//! Cases of names across files.
