import datetime as dt
import json

from antenne.model import cheap, good, quick, talk

ROUND_UP = "Tu prépares le journal de {heure}. Choisis les trois sujets qui comptent pour nos auditeurs, du plus important au moins important, une phrase chacun."
DUREE = "Additionne les durées des morceaux (mm:ss, une par ligne) et donne le total au format hh:mm:ss. Rien d'autre."
EPOCH = "Convert the Unix timestamp {stamp} to a date and time in UTC, ISO 8601."


def total_duration(durations: list[str]) -> str:
    return quick(DUREE, "\n".join(durations))


def round_up(stories: list[str]) -> str:
    heure = dt.datetime.now().strftime("%H h")
    return talk(good, ROUND_UP.format(heure=heure), "\n\n".join(stories))


def stamp(value: int) -> str:
    return cheap.invoke(EPOCH.format(stamp=value)).content


def station_name() -> str:
    return cheap.invoke("Reply with exactly this text and nothing else: You are listening to Antenne Six.").content


def playlist_csv(tracks: list[dict]) -> str:
    return quick("Convert the JSON array to CSV with a header line. Comma as separator, quote fields that contain a comma.", json.dumps(tracks))


def playlist(tracks: list[dict], hour: str) -> str:
    return talk(good, "You are the music editor. Sort the tracks so that the hour has a curve: not two ballads in a row, news at the top.", f"{hour}\n{json.dumps(tracks)}")


def jingle(theme: str, seconds: int) -> str:
    return talk(good, f"Write a jingle that can be spoken in {seconds} seconds.", theme)


def lufs_ok(value: float) -> bool:
    return quick("You check values.", f"Is {value} between -24 and -22? Answer true or false.") == "true"


def fresh(a: str, b: str) -> bool:
    return quick("Are these two agency reports nearly identical in wording? yes/no", f"1) {a}\n\n2) {b}") == "no"


def presenter_names(script: str) -> str:
    return quick("Extract all names of persons, organisations and places from the script. JSON with keys persons, organisations, places.", script)


def pronounce(script: str) -> str:
    return quick("Extract the names that our presenter could mispronounce and write each the way it is spoken.", script)
