"""Every prompt that more than one module needs."""
from textwrap import dedent

EMAIL_PROMPT = """\
You receive the body of a message that was sent through our contact form.
Extract the e-mail address that the sender left in it.
If there is no e-mail address, return an empty string.

Body:
{body}
"""

PHONE_PROMPT = dedent(
    """
    Pull the phone number out of the note below and give it back in E.164 format.
    Output the number and nothing else.

    Note: %s
    """
)

COMPLAINT_GROUPS = """\
Here are {count} complaints that came in this week, one on each line.
Group them by what customers are really unhappy about and give the count of similar
complaints in each group, the largest group first.

{complaints}
"""

DEPARTMENT_SYSTEM = """\
You route incoming messages to a department. Use exactly these rules:
- contains "refund" or "money back" -> billing
- contains "broken", "damaged" or "missing" -> returns
- contains "password" or "log in" -> accounts
- anything else -> front-desk
Answer with the department only.
"""

TITLE_CASE = "Rewrite the following product name in Title Case. Do not change anything else: {name}"

SHIPPING_NOTICE = """\
Fill in this template with the values given and return the result, word for word:

Hello {{name}}, your parcel {{tracking}} left our warehouse on {{date}}.

name: {name}
tracking: {tracking}
date: {date}
"""

PRIORITY = """\
Sort these tickets by importance. Think about who is blocked, how angry they are and
what it will cost us to wait. Return the ticket ids, the most important first.

{tickets}
"""
