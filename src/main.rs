//! The program: see [`unprompt::cli`].

fn main() -> std::process::ExitCode {
    unprompt::cli::run()
}
