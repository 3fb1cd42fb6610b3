const DATE = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`;
const CLOCK = String.raw`(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?`;
const ZONE = String.raw`(?:Z|[-+](\d{2}):(\d{2}))`;
const TIMESTAMP = new RegExp(`^${DATE}(?:[Tt]${CLOCK}${ZONE}| ${CLOCK})?$`);

/** Whether Go's YAML reader takes a text for a point in time, which matters for the tag `!!timestamp` only. */
export function isTimestamp(text: string): boolean {
  const [match, ...parts] = TIMESTAMP.exec(text) ?? [];
  if (match === undefined) {
    return false;
  }
  const [year, month, day, ...rest] = parts.map((part) => Number(part ?? 0));
  const [hour, minute, second, zoneHour, zoneMinute, plainHour, plainMinute, plainSecond] = rest;
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth &&
    Math.max(hour, plainHour) < 24 &&
    Math.max(minute, plainMinute, second, plainSecond) < 60 &&
    zoneHour <= 24 &&
    zoneMinute < 60
  );
}
