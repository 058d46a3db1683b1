const openai = require("./raw");
const tools = {};
tools.openai = openai;
module.exports = tools;
