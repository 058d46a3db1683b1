"""Settings, read once from the environment."""
import os
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    database_url: str = field(default_factory=lambda: os.environ.get("DATABASE_URL", "sqlite:///shop.db"))
    fast_model: str = field(default_factory=lambda: os.environ.get("FAST_MODEL", "gpt-4o-mini"))
    good_model: str = field(default_factory=lambda: os.environ.get("GOOD_MODEL", "gpt-4o"))
    azure_endpoint: str = field(default_factory=lambda: os.environ.get("AZURE_OPENAI_ENDPOINT", ""))
    twilio_from: str = "+4930123456"


settings = Settings()
