const openai = require("./raw");
module.exports = () => openai;
