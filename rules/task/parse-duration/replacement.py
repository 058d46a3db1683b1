import re

# fmt: off
_SECONDS = {
    0.001: "ms msec millisecond milliseconds millisekunden millisecondes milisegundos",
    1: "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos",
    60: "m min mins minute minutes minuten minuto minutos",
    3600: "h hr hrs hour hours std stunde stunden heure heures hora horas",
    86400: "d day days t tag tage tagen jour jours día días dia dias",
    604800: "w wk week weeks woche wochen semaine semaines semana semanas",
}
# fmt: on
_UNITS = {name: size for size, names in _SECONDS.items() for name in names.split()}
_PART = re.compile(
    r"([0-9]+(?:[.,][0-9]+)?)\s*([^\W0-9_]+)\.?(?:\s*(?:,|and|und|et|y|&)?\s+)?"
)


def parse_duration(text: str) -> float | None:
    """Return a duration in seconds, or None if the text is none."""
    text = text.strip().lower()
    clock = re.fullmatch(r"(?:([0-9]+):)?([0-9]{1,2}):([0-9]{2}(?:\.[0-9]+)?)", text)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3])
    iso = re.fullmatch(r"p(?:([0-9]+)w)?(?:([0-9]+)d)?(?:t([0-9.,hms]+))?", text)
    if iso and text != "p":
        text = f"{iso[1] or 0}w{iso[2] or 0}d{iso[3] or ''}"
    total, end = 0.0, 0
    while found := _PART.match(text, end):
        size = _UNITS.get(found[2])
        if size is None:
            return None
        total += float(found[1].replace(",", ".")) * size
        end = found.end()
    return round(total, 6) if end == len(text) and text else None
