const { OpenAI } = require("openai");
class Service {
  constructor() {
    this.client = new OpenAI();
  }
}
module.exports = exports = new Service();
