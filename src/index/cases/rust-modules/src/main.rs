mod llm;

use llm::Service;

fn main() {}
