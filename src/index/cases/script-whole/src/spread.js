module.exports = { ...require("./named"), version: 2 };
