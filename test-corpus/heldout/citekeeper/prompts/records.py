BIBTEX = """## Role
You convert bibliography files.

## Task
Convert the BibTeX entry below to a JSON object.

## Rules
1. The entry type goes under "type", the citation key under "key".
2. Every field of the entry becomes a property of the same name, in lower case.
3. Drop the outer braces or quotation marks of the values, nothing else.

## Output
JSON only, no code fence.

## Entry
{entry}
"""

CITATION = (
    "Fill the fields into this pattern, exactly as it stands, and return the finished line:\n"
    "{{author}} ({{year}}). {{title}}. {{journal}}, {{volume}}, {{pages}}.\n\n"
    "author: {author}\nyear: {year}\ntitle: {title}\njournal: {journal}\nvolume: {volume}\npages: {pages}"
)

DEDUPE = "Below is a list of DOIs, one per line. Drop the repeated ones (upper and lower case are the same) and keep the order.\n\n{dois}"

SORT_REFERENCES = """Here is a list of references, each as "Surname, Initials (Year) Title".
Put them in alphabetical order by surname; where surnames are equal, the older year first.
Return the references one per line without changing them.

{references}"""
