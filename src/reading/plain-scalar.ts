/**
 * What kubectl makes of an unquoted YAML scalar. kubectl reads YAML 1.1 with Go's rules: `yes` and `on` are booleans,
 * `0755` is octal, but `12:30:00` and `2024-01-01` stay text.
 *
 * @see https://pkg.go.dev/go.yaml.in/yaml/v2 (resolve.go, the parser inside sigs.k8s.io/yaml)
 */
export function resolvePlainScalar(text: string): string | number | boolean | null {
  const word = WORDS.get(text);
  if (word !== undefined) {
    return word;
  }
  if (!/^[-+.0-9]/.test(text)) {
    return text;
  }
  const plain = text.replaceAll('_', '');
  return integer(plain) ?? float(plain) ?? text;
}

const WORDS = new Map<string, boolean | number | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

const RADIX = { x: 16, o: 8, b: 2 } as const;
const DIGITS = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^[0-9]+$/, 16: /^[0-9a-fA-F]+$/ } as const;

/** Go's `strconv.ParseInt(text, 0, 64)`, then `ParseUint`: a leading 0 means octal. */
function integer(text: string): number | undefined {
  const [, sign = '', prefix, bare = ''] = /^([-+]?)(?:0([xXoObB]))?(.*)$/s.exec(text) ?? [];
  const octal = prefix === undefined && bare.length > 1 && bare.startsWith('0');
  const radix = prefix === undefined ? (octal ? 8 : 10) : RADIX[prefix.toLowerCase() as keyof typeof RADIX];
  if (!DIGITS[radix].test(bare)) {
    return undefined;
  }
  const marker = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[radix];
  const value = BigInt(`${marker}${bare}`);
  const limit = sign === '-' ? 2n ** 63n : sign === '+' ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  return value > limit ? undefined : Number(sign === '-' ? -value : value);
}

function float(text: string): number | undefined {
  return /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}
