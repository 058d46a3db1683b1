title = "Write a title of at most five words for this text: {text}"
plan = "Plan the steps that answer the question: {question}"
notes = "Use these notes of the user to answer: {notes}"
