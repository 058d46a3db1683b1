//! Prompt texts of the courier service.

/// Parcel numbers are ours, so the shape is known.
pub const PARCEL_NUMBER: &str = "Extract the parcel number from the customer's message. \
    A parcel number is CR followed by ten digits, for example CR0012345678. \
    Answer with the parcel number and nothing else.";

pub const DEPOT: &str = r#"Choose the depot for a parcel by its postcode:
postcodes that start with 0 or 1 -> BERLIN
postcodes that start with 2 -> HAMBURG
postcodes that start with 8 or 9 -> MUNICH
all others -> KASSEL
Answer with the depot in capitals."#;

pub const COMPLAINT: &str = "You handle complaints of a parcel service. Read what happened, weigh who is at fault, \
    and write the answer we should send. Mention the number of the order and the total amount if they are known.";

pub const HOLIDAY: &str =
    "Guess from the message on which date the customer would like the parcel. \
    They rarely name it; think of what the parcel is for.";

pub const SORT_WEIGHTS: &str =
    "Sort the numbers in ascending order. Return them separated by commas, without any other text.";

pub static ETA_TEMPLATE: &str = "Dear {name}, your parcel arrives between {from} and {to}.";
