from pathlib import Path

from loader import load_module
from settings import settings
from worker import CarefulWorker, Worker

here = Path(__file__).resolve().parent
settings.strings_path = here / "strings/de.py"


def run(lines):
    strings = load_module(settings.strings_path, "strings")
    CarefulWorker("key", strings).count(lines)
    return Worker(strings).sort(lines)


def run_other(lines):
    return Worker(load_module(settings.other_path, "other")).sort(lines)
