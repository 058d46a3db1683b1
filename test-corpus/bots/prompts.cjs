// Shared by the CommonJS bots.
"use strict";

const COUNT_LINES = "Count how many lines of the log below contain the word ERROR. Answer with the count.";

const LANGUAGE = "Name the language of the message with its two-letter ISO code.";

function ratingRoute(score) {
  return `A rating of 4 or 5 is "happy", 3 is "so-so", 1 or 2 is "unhappy". The rating is ${score}. Which of the three words applies?`;
}

module.exports = { COUNT_LINES, LANGUAGE, ratingRoute };
