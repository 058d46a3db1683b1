import os
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Settings:
    openrouter_key: str


@lru_cache
def get_settings() -> Settings:
    return Settings(openrouter_key=os.environ.get("OPENROUTER_API_KEY", ""))
