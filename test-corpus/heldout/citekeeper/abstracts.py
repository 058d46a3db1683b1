from anthropic import Anthropic

claude = Anthropic()
HAIKU = "claude-3-5-haiku-latest"

DIFF = """<old>
{old}
</old>
<new>
{new}
</new>

List the lines that were added, prefixed with +, and the lines that were removed, prefixed with -.
Output these lines only."""


def preview(abstract: str) -> str:
    message = claude.messages.create(
        model=HAIKU,
        max_tokens=120,
        messages=[
            {"role": "user", "content": f"Cut the following text to at most 280 characters at a word boundary and add ... if anything was cut. Text: {abstract}"}
        ],
    )
    return message.content[0].text


def revision(old: str, new: str) -> str:
    message = claude.messages.create(model=HAIKU, max_tokens=2000, messages=[{"role": "user", "content": DIFF.format(old=old, new=new)}])
    return message.content[0].text


def what_changed(old: str, new: str) -> str:
    content = DIFF.split("List the lines")[0].format(old=old, new=new)
    content += "What does the difference mean for somebody who relied on the first version? List at most three points, the weightiest first."
    message = claude.messages.create(model="claude-3-5-sonnet-latest", max_tokens=500, messages=[{"role": "user", "content": content}])
    return message.content[0].text


def figure_table(png_base64: str) -> str:
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": png_base64}}
    message = claude.messages.create(
        model="claude-3-5-sonnet-latest",
        max_tokens=1500,
        messages=[{"role": "user", "content": [image, {"type": "text", "text": "Extract the table in this figure as CSV. Header row first."}]}],
    )
    return message.content[0].text


def models() -> list[str]:
    return [model.id for model in claude.models.list()]


def batch_status(batch_id: str) -> str:
    return claude.messages.batches.retrieve(batch_id).processing_status
