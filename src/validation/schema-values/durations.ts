/** Nanoseconds of the units that Go reads. */
const GO_UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  '\u00b5s': 1e3,
  '\u03bcs': 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const GO_PART = /(\d+\.?\d*|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;

/** Units in words: each by its exact names, the last of which may go on (`minutes`). */
const WORDS: readonly (readonly [names: readonly string[], nanoseconds: number])[] = [
  [['ns', 'nano'], 1],
  [['us', '\u00b5s', 'micro'], 1e3],
  [['ms', 'milli'], 1e6],
  [['s', 'sec'], 1e9],
  [['m', 'min'], 60e9],
  [['h', 'hr', 'hour'], 3600e9],
  [['d', 'day'], 24 * 3600e9],
  [['w', 'wk', 'week'], 7 * 24 * 3600e9],
];

/** A duration of the format `duration` in nanoseconds (`1h30m`, `90 minutes`, `2 weeks 1 day`); undefined when it is none. */
export function parseDuration(text: string): bigint | undefined {
  return goDuration(text) ?? wordDuration(text);
}

/** A duration as `time.ParseDuration` of Go reads it, in nanoseconds; undefined when it is none. */
export function goDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  if (text === `${sign}0`) return 0n;
  let nanoseconds = 0;
  let at = sign.length;
  if (at === text.length) return undefined;
  while (at < text.length) {
    GO_PART.lastIndex = at;
    const part = GO_PART.exec(text);
    if (part === null) return undefined;
    nanoseconds += Number(part[1]) * GO_UNITS[part[2]!]!;
    at = GO_PART.lastIndex;
  }
  if (nanoseconds >= 2 ** 63) return undefined;
  return BigInt(Math.trunc(sign === '-' ? -nanoseconds : nanoseconds));
}

/** Whatever stands between the parts is passed over. */
function wordDuration(text: string): bigint | undefined {
  let sum: number | undefined;
  for (const [, digits, word] of text.matchAll(/(\d+)\s*([A-Za-z\u00b5]+)/g)) {
    if (Number(digits) >= 2 ** 63) return undefined;
    const unit = word!.toLowerCase();
    for (const [names, nanoseconds] of WORDS) {
      const isUnit = names.includes(unit) || unit.startsWith(names.at(-1)!);
      if (isUnit) sum = (sum ?? 0) + Number(digits) * nanoseconds;
    }
  }
  return sum === undefined ? undefined : BigInt(Math.trunc(sum));
}
