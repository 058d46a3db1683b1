/// Asked before a note with bank data is shared.
pub const IBAN: &str = "You check IBANs: country length and mod-97 remainder. Answer ok or bad.";

pub const CARD: &str = "Use the Luhn algorithm to tell whether the given credit card number is valid. Answer yes or no.";

pub const SECRET: &str =
    "Would the person who wrote this note mind if a colleague read it? Answer yes or no.";
