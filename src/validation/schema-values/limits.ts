/** First minor version in which both errors for strings that are too long have the same words. */
const SAME_WORDS = 32;
/** First minor version that writes `1 item`. */
const SINGULAR = 34;

/** `field.TooLongMaxLength`, and `field.TooLong` since it replaced it. */
export function tooLong(limit: number, minor: number): string {
  return minor < SAME_WORDS
    ? `may not be longer than ${limit}`
    : `may not be more than ${counted(limit, 'byte', minor)}`;
}

/** `field.TooMany` */
export function tooMany(limit: number, minor: number): string {
  return `must have at most ${counted(limit, 'item', minor)}`;
}

function counted(limit: number, unit: string, minor: number): string {
  return `${limit} ${unit}${limit === 1 && minor >= SINGULAR ? '' : 's'}`;
}
