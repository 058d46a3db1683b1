export const BOOKING_CODE =
  "Extract the booking code from the confirmation e-mail. " +
  "It is six capital letters or digits after the words 'Booking code'. " +
  "Answer with the code and no other characters.";
