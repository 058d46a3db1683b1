from markdown_it import MarkdownIt

_RENDERER = MarkdownIt("commonmark")


def convert_markup(markdown: str) -> str:
    """Return Markdown as an HTML fragment."""
    return str(_RENDERER.render(markdown))
