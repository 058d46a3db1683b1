from enum import Enum
from typing import Literal

LABELS = ["food", "rent"]
Mood = Literal["good", "bad"]


class Kind(str, Enum):
    BUG = "bug"
    WISH = "wish"
