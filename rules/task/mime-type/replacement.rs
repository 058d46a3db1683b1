use std::collections::HashMap;
use std::sync::LazyLock;

/// Media types with their extensions; rows end with a semicolon.
const TABLE: &str = "
application/pdf pdf; application/json json; application/xml xml; application/zip zip;
application/gzip gz|tgz; application/x-tar tar; application/x-7z-compressed 7z;
application/vnd.rar rar; application/x-bzip2 bz2; application/msword doc;
application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
application/vnd.ms-excel xls;
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
application/vnd.ms-powerpoint ppt;
application/vnd.openxmlformats-officedocument.presentationml.presentation pptx;
application/vnd.oasis.opendocument.text odt; application/vnd.oasis.opendocument.spreadsheet ods;
application/epub+zip epub; application/rtf rtf; application/wasm wasm; application/sql sql;
application/yaml yaml|yml; application/toml toml; application/java-archive jar;
application/ld+json jsonld; application/xhtml+xml xhtml; application/octet-stream bin|exe|dll;
text/plain txt|text|log; text/csv csv; text/tab-separated-values tsv; text/html html|htm;
text/css css; text/javascript js|mjs; text/markdown md|markdown; text/calendar ics;
text/vcard vcf; text/x-python py; text/rust rs; image/jpeg jpg|jpeg|jpe; image/png png;
image/gif gif; image/webp webp; image/avif avif; image/svg+xml svg; image/bmp bmp;
image/tiff tif|tiff; image/x-icon ico; image/heic heic; audio/mpeg mp3; audio/wav wav;
audio/ogg oga|ogg|opus; audio/aac aac; audio/flac flac; audio/mp4 m4a; audio/midi mid|midi;
audio/webm weba; video/mp4 mp4|m4v; video/mpeg mpeg|mpg; video/webm webm; video/ogg ogv;
video/quicktime mov; video/x-msvideo avi; video/x-matroska mkv; video/mp2t m2ts; font/woff woff;
font/woff2 woff2; font/ttf ttf; font/otf otf; message/rfc822 eml
";

static CODES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for row in TABLE.split(';') {
        let (code, names) = row.trim().split_once(' ').expect("a code and names");
        for name in names.split('|') {
            codes.entry(fold(name)).or_insert(code);
        }
    }
    codes
});

/// Returns the media type of a file by the extension of its name.
pub fn mime_type(name: &str) -> Option<String> {
    CODES.get(&fold(name)).map(|code| (*code).to_owned())
}

/// The extension after the last full stop, or the whole of a bare one.
fn fold(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    lower.rsplit('.').next().unwrap_or_default().to_owned()
}
