from unittest.mock import MagicMock, patch

import pytest
from openai import OpenAI

from ..mailkit import domain_of


@pytest.fixture
def client():
    fake = MagicMock()
    fake.chat.completions.create.return_value.choices = [MagicMock(message=MagicMock(content="example.org"))]
    return fake


def test_domain(client):
    assert domain_of(client, "a@example.org") == "example.org"
    client.chat.completions.create.assert_called_once()


def test_mocked_call(client):
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Sort: 3, 1, 2"}])
    assert reply.choices[0].message.content


@pytest.mark.live
def test_live_sorting():
    reply = OpenAI().chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": "Sort these numbers in ascending order, separated by commas: 9, 4, 7"}],
    )
    assert reply.choices[0].message.content == "4, 7, 9"


@patch("openai.resources.chat.completions.Completions.create")
def test_patched(create):
    create.return_value = MagicMock(choices=[])
    assert OpenAI(api_key="x").chat is not None
