Object.assign(module.exports, require("./named"));
