const OpenAI = require("openai");
const openai_1 = __importDefault(require("openai"));
var client = new openai_1.default();
exports.summarize = async (text) => client.complete(text);
exports.MODEL = "gpt-4o";
module.exports.helper = function helper() { return 1; };
module.exports = { summarize, client, model: "gpt-4o", classify(text) { return text; }, ...rest };
module.exports = require("./all");
module.exports = client;
