// Codes with the names for them; rows end with a semicolon.
const TABLE = `
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
`;
const CODES = new Map<string, string>();
for (const row of TABLE.split(";")) {
  const [, code = "", names = ""] = /^\s*(\S+) ([^]*\S)\s*$/.exec(row) ?? [];
  for (const name of [code, ...names.split("|")]) {
    if (!CODES.has(fold(name))) {
      CODES.set(fold(name), code);
    }
  }
}

/** Returns the emoji of a shortcode or an English name, or null. */
export function emojiLookup(name: string): string | null {
  return CODES.get(fold(name)) ?? null;
}

/** Makes names comparable: no case, accents or full stops. */
function fold(name: string): string {
  const letters = name.toLowerCase().normalize("NFKD");
  return letters
    .replace(/[\u0300-\u036f.:]/g, "")
    .replace(/[\s_-]+/g, " ")
    .trim()
    .replace(/ emoji$/, "");
}
