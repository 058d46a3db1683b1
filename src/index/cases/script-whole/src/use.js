const raw = require("./raw");
const service = require("./service");
const make = require("./made");
const tools = require("./tools");
const all = require("./all");
const spread = require("./spread");
const database = require("./database");

raw.chat.completions.create({ model: "gpt-4o", messages: [] });
service.client.chat.completions.create({ model: "gpt-4o", messages: [] });
make().chat.completions.create({ model: "gpt-4o", messages: [] });
tools.openai.chat.completions.create({ model: "gpt-4o", messages: [] });
all.openai.chat.completions.create({ model: "gpt-4o", messages: [] });
spread.openai.chat.completions.create({ model: "gpt-4o", messages: [] });

// Near misses: an object of the project's own, and a member that the script does not give.
database.chat.completions.create({ name: "row" });
make.chat.completions.create({ name: "row" });
