"""Imports of every shape.

    A second paragraph.
"""
from __future__ import annotations

import os, sys
import openai
import anthropic as claude
import google.generativeai as genai
import google.cloud.aiplatform
from openai import OpenAI, AsyncOpenAI as Async
from . import prompts
from ..shared.text import (
    clean as tidy,  # trailing
    LABELS,
)
from .defaults import *
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Invoice

try:
    import orjson as json
except ImportError:
    import json

# Loaded late.
mistral = importlib.import_module("mistralai")
legacy = __import__("legacy_client")


def lazy():
    from cohere import Client

    return Client(os.environ["COHERE_API_KEY"])
