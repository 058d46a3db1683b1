pub const CALENDAR: &str = "\
Parse the iCalendar file. For every VEVENT return an object with the keys uid, summary, start and end \
(DTSTART and DTEND as they stand). Output a JSON array.";

pub const FEED: &str = include_str!("../prompts/feed.txt");

pub const WARNING: &str = r#"You write warnings for small craft.

Take the readings below and write the warning that harbour masters will read out. Say when the wind will be
strongest (local time, 24-hour clock), give wave heights in metres and sort the areas from north to south.
If nothing is remarkable, write "No warnings."
"#;

pub const RENAME: &str = "Rename the keys of the JSON object from snake_case to camelCase. Values stay as they are.";

pub const QUALITY: &str = "Validate the readings of the buoy: could the instrument be broken, \
overgrown or adrift? Answer with true or false and a reason, as JSON.";
