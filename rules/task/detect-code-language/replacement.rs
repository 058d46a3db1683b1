use regex::Regex;

#[rustfmt::skip]
const EXTENSIONS: &[(&str, &str)] = &[
    ("py", "python"),
    ("js", "javascript"),
    ("mjs", "javascript"),
    ("jsx", "javascript"),
    ("ts", "typescript"),
    ("tsx", "typescript"),
    ("rs", "rust"),
    ("go", "go"),
    ("java", "java"),
    ("kt", "kotlin"),
    ("cs", "csharp"),
    ("c", "c"),
    ("h", "c"),
    ("cpp", "cpp"),
    ("cc", "cpp"),
    ("hpp", "cpp"),
    ("rb", "ruby"),
    ("php", "php"),
    ("swift", "swift"),
    ("sh", "bash"),
    ("sql", "sql"),
    ("html", "html"),
    ("css", "css"),
    ("json", "json"),
];
/// What is typical of a language; the one with most signs decides, of equals the first.
#[rustfmt::skip]
const SIGNS: &[(&str, &[&str])] = &[
    ("python", &[r#"(?m)^\s*def \w+\(.*\).*:\s*$"#, r#"(?m)^\s*(?:from \S+ )?import [\w., ]+$"#, r#"(?m)^\s*(?:if|elif|for|while|with|try|class)\b.*:\s*$"#, r#"(?m)\bself\.|\bNone\b|^\s*print\("#]),
    ("typescript", &[r#"(?m)^\s*(?:export )?(?:interface|type) \w+"#, r#"(?m)[\w)]\??: (?:string|number|boolean|void)\b"#, r#"(?m)\bimport .* from ['\"]"#, r#"(?m)\b(?:const|let) \w+"#]),
    ("javascript", &[r#"(?m)\b(?:const|let|var) \w+ ?="#, r#"(?m)=>|\bfunction\b ?\w*\("#, r#"(?m)\bconsole\.log\(|\brequire\("#, r#"(?m)===|\bdocument\."#]),
    ("rust", &[r#"(?m)\bfn \w+.*\{|\blet mut\b"#, r#"(?m)\bprintln!\(|\bvec!\["#, r#"(?m)\bimpl\b.*\{|\bpub (?:fn|struct|enum)\b"#, r#"(?m)&str\b|&mut\b|\bOption<|::new\("#]),
    ("go", &[r#"(?m)^package \w+\s*$"#, r#"(?m)^func (?:\(.*\) )?\w+\("#, r#"(?m):="#, r#"(?m)\bfmt\.|\bchan\b|\berr != nil"#]),
    ("java", &[r#"(?m)\bpublic (?:static |final )*(?:class|void|interface)\b"#, r#"(?m)\bSystem\.out\.print"#, r#"(?m)\bimport java"#, r#"(?m)\bString\[\]|\b(?:private|protected) \w+ \w+;"#]),
    ("csharp", &[r#"(?m)^\s*using [\w.]+;"#, r#"(?m)\bnamespace \w+"#, r#"(?m)\bConsole\.Write"#, r#"(?m)\{ get; (?:set; )?\}|\bstring\[\] args\b"#]),
    ("cpp", &[r#"(?m)#include <\w+>"#, r#"(?m)\bstd::|\bcout\b"#, r#"(?m)\btemplate ?<|\busing namespace\b"#, r#"(?m)\bint main\("#]),
    ("c", &[r#"(?m)#include <\w+\.h>"#, r#"(?m)\bprintf\(|\bmalloc\("#, r#"(?m)\bint main\("#, r#"(?m)\bstruct \w+ \w+;"#]),
    ("php", &[r#"(?m)<\?php"#, r#"(?m)\$\w+ ?="#, r#"(?m)\becho\b.*;"#, r#"(?m)\$this->"#]),
    ("ruby", &[r#"(?m)^\s*def \w+[^:]*$"#, r#"(?m)^\s*end\s*$"#, r#"(?m)\bputs\b|\.each do\b"#, r#"(?m)^\s*require ['\"]"#]),
    ("sql", &[r#"(?m)\b(?:SELECT|select)\b[\s\S]+\b(?:FROM|from)\b"#, r#"(?m)\b(?:INSERT INTO|CREATE TABLE|UPDATE \w+ SET|DELETE FROM)\b"#]),
    ("html", &[r#"(?m)<!DOCTYPE html|<html"#, r#"(?m)</(?:div|p|body|head|a|span)>"#]),
    ("css", &[r#"(?m)^[.#]?[\w-]+ ?\{\s*$"#, r#"(?m)^\s*[\w-]+: ?[^;{}]+;\s*$"#]),
    ("bash", &[r#"(?m)^\s*fi\s*$|\bthen\s*$"#, r#"(?m)^\s*(?:echo|export|cd|sudo) "#, r#"(?m)\$\{?\w+\}?\"|\[\[ "#]),
];

/// Returns a snippet's programming language by file name, first line or typical signs.
pub fn detect_code_language(code: &str, file_name: &str) -> Option<String> {
    if let Some((_, extension)) = file_name.rsplit_once('.') {
        let extension = extension.to_lowercase();
        if let Some((_, language)) = EXTENSIONS.iter().find(|(known, _)| *known == extension) {
            return Some((*language).to_owned());
        }
    }
    if let Some(program) = shebang(code) {
        return Some(program);
    }
    let (mut best, mut most) = (None, 0);
    for (language, signs) in SIGNS {
        let count = signs.iter().filter(|sign| holds(code, sign)).count();
        if count > most {
            (best, most) = (Some((*language).to_owned()), count);
        }
    }
    best
}

fn shebang(code: &str) -> Option<String> {
    let pattern = r"^#!.*?\b(python|node|bash|sh|ruby|php)[0-9.]*(?:\s|$)";
    let found = Regex::new(pattern).ok()?.captures(code)?;
    let program = match &found[1] {
        "node" => "javascript",
        "sh" => "bash",
        program => program,
    };
    Some(program.to_owned())
}

fn holds(code: &str, sign: &str) -> bool {
    Regex::new(sign).is_ok_and(|sign| sign.is_match(code))
}
