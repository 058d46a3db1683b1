import re
import unicodedata
from functools import cache

# Codes with the names for them; rows end with a semicolon.
_TABLE = """
😀 grinning|grinning face|smile; 😂 joy|face with tears of joy|laughing;
🤣 rofl|rolling on the floor laughing; 🙂 slightly smiling face|slight smile; 😉 wink|winking face;
😊 blush|smiling face with smiling eyes; 😍 heart eyes|smiling face with heart eyes;
😘 kissing heart|face blowing a kiss; 😎 sunglasses|smiling face with sunglasses|cool;
🤔 thinking|thinking face; 😐 neutral face|neutral; 🙄 eye roll|face with rolling eyes;
😴 sleeping|sleeping face; 😢 cry|crying face; 😭 sob|loudly crying face; 😡 rage|angry face|angry;
😱 scream|face screaming in fear; 🤯 exploding head|mind blown; 🥳 partying face|partying;
😇 innocent|smiling face with halo; 🤖 robot; 👻 ghost; 💀 skull; 💩 poop|pile of poo;
👍 thumbs up|thumbsup|+1; 👎 thumbs down|thumbsdown|-1; 👏 clap|clapping hands;
🙏 pray|folded hands; 👋 wave|waving hand; 💪 muscle|flexed biceps; 🤝 handshake; 👀 eyes;
✌ victory hand|v; 👌 ok hand; ☝ point up|index pointing up; ❤ heart|red heart|love;
💔 broken heart; 💯 100|hundred points; 🔥 fire|flame; ✨ sparkles; ⭐ star; 🌟 glowing star|star2;
🎉 tada|party popper|party|celebration; 🎂 birthday|birthday cake|cake;
🎁 gift|wrapped gift|present; 🎈 balloon; 🏆 trophy; 🥇 first place medal|gold medal;
⚽ soccer|soccer ball|football; 🏀 basketball; 🎸 guitar; 🎵 musical note|music;
🎬 clapper board|clapper|movie; 📚 books; 📖 open book|book; 📝 memo|note; 📎 paperclip; 📅 calendar;
📈 chart increasing|chart with upwards trend; 📉 chart decreasing|chart with downwards trend;
📷 camera; 💻 laptop|computer; 📱 mobile phone|iphone|phone; ☎ telephone; ✉ envelope|email;
🔒 lock|locked; 🔑 key; 🔔 bell; 🔗 link; 🔍 magnifying glass tilted left|mag|search;
💡 light bulb|bulb|idea; ⚙ gear; 🔧 wrench; 🔨 hammer; 🚀 rocket; ✈ airplane|plane;
🚗 car|automobile; 🚌 bus; 🚆 train; 🚲 bicycle|bike; 🚢 ship; 🏠 house|home; 🏥 hospital; 🏦 bank;
🏫 school; 🏖 beach with umbrella|beach; ⛰ mountain; 🌍 globe showing europe-africa|earth|world;
☀ sun|sunny; 🌙 crescent moon|moon; ☁ cloud; 🌧 cloud with rain|rain; ❄ snowflake|snow;
⚡ high voltage|zap|lightning; 🌈 rainbow; 🌸 cherry blossom; 🌹 rose; 🌲 evergreen tree|tree;
🐶 dog face|dog; 🐱 cat face|cat; 🐭 mouse face|mouse; 🦊 fox; 🐻 bear; 🐼 panda; 🦁 lion;
🐷 pig face|pig; 🐸 frog; 🐵 monkey face|monkey; 🐔 chicken; 🐧 penguin; 🦄 unicorn; 🐝 honeybee|bee;
🐍 snake; 🐢 turtle; 🐟 fish; 🍎 red apple|apple; 🍌 banana; 🍇 grapes; 🍓 strawberry; 🍕 pizza;
🍔 hamburger|burger; 🍟 french fries|fries; 🍣 sushi; 🍞 bread; 🧀 cheese wedge|cheese; 🥚 egg;
☕ hot beverage|coffee; 🍺 beer mug|beer; 🍷 wine glass|wine;
✅ white check mark|check mark button|check; ❌ cross mark|x; ⚠ warning; ❓ question|question mark;
❗ exclamation|exclamation mark; ⛔ no entry; ♻ recycle|recycling symbol;
💰 money bag|moneybag|money; 💳 credit card; 🛒 shopping cart; ⏰ alarm clock;
⏳ hourglass not done|hourglass; 🗑 wastebasket|trash
"""


def emoji_lookup(name: str) -> str | None:
    """Return the emoji of a shortcode or an English name, or None."""
    return _codes().get(_fold(name))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in _TABLE.split(";"):
        code, names = row.split(maxsplit=1)
        for name in [code, *names.strip().split("|")]:
            codes.setdefault(_fold(name), code)
    return codes


def _fold(name: str) -> str:
    """Makes names comparable: no case, accents or full stops."""
    letters = unicodedata.normalize("NFKD", name.lower())
    plain = re.sub(r"[\u0300-\u036f.:]", "", letters)
    text = " ".join(re.split(r"[\s_-]+", plain)).strip()
    text = text.removesuffix(" emoji")
    return text
