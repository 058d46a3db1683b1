from functools import cache

# Media types with their extensions; rows end with a semicolon.
_TABLE = """
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
"""


def mime_type(name: str) -> str | None:
    """Return the media type of a file by the extension of its name, or None."""
    return _codes().get(_fold(name))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in _TABLE.split(";"):
        code, names = row.split(maxsplit=1)
        for name in names.strip().split("|"):
            codes.setdefault(_fold(name), code)
    return codes


def _fold(name: str) -> str:
    """The extension after the last full stop, or the whole of a bare one."""
    return name.strip().lower().rpartition(".")[2]
