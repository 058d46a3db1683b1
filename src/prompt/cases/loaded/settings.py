from pathlib import Path


class Settings:
    def __init__(self):
        self.strings_path: Path = None
        self.other_path: Path = None


settings = Settings()
