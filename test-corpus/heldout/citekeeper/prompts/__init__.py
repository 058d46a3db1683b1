"""Prompts live next to each other so that the librarians can find them."""
from .reading import METHOD_CHECK, RELEVANCE, STANCE_COUNT, SUMMARY
from .records import BIBTEX, CITATION, DEDUPE, SORT_REFERENCES

__all__ = ["BIBTEX", "CITATION", "DEDUPE", "METHOD_CHECK", "RELEVANCE", "SORT_REFERENCES", "STANCE_COUNT", "SUMMARY"]
