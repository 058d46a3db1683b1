exports.openai = require("./raw");
