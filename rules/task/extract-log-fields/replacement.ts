const TIME =
  "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.,]*(?:Z|[+-][0-9:]+)?";
const LEVEL = "TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL";
const FORMATS = [
  /^(?<host>\S+) \S+ (?<user>\S+) \[(?<time>[^\]]+)\] "(?<method>\S+) (?<path>\S+)[^"]*" (?<status>[0-9]{3}) (?<bytes>[0-9]+|-)(?: "(?<referrer>[^"]*)" "(?<agent>[^"]*)")?.*$/,
  /^(?:<[0-9]+>)?(?<time>[A-Z][a-z]{2} +[0-9]{1,2} [0-9:]{8}) (?<host>\S+) (?<process>[^\s[:]+)(?:\[(?<pid>[0-9]+)\])?: (?<message>.*)$/,
  new RegExp(
    `^\\[?(?<time>${TIME})\\]?\\s+\\[?(?<level>${LEVEL})\\]?[\\s:-]+(?<message>.*)$`,
  ),
];

/** Returns the fields of an access log, syslog or application log line, or null. */
export function extractLogFields(line: string): Record<string, string> | null {
  for (const format of FORMATS) {
    const groups = format.exec(line.trim())?.groups;
    if (groups) {
      const fields = Object.entries(groups);
      return Object.fromEntries(
        fields.map(([name, value]) => [name, value ?? ""]),
      );
    }
  }
  return null;
}
