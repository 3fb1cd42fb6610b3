/** What an argument of a function can be, in the words of the error. */
const KINDS = {
  'an array': Array.isArray,
  'an object': isObject,
  'a string': isText,
  'a string or bytes': (value: unknown) => isText(value) || value instanceof Uint8Array,
  'a function': (value: unknown) => typeof value === 'function',
  'a construct': (value: unknown) => hasField(value, 'node'),
  'an App': (value: unknown) => hasField(value, 'node') && hasField(value, 'synth'),
  'an object with kubernetesVersion': (value: unknown) =>
    isText(Object(value).kubernetesVersion) || Array.isArray(Object(value).kubernetesVersion),
  'an object with workload and port': (value: unknown) => hasField(value, 'workload') && hasField(value, 'port'),
  'an array or another iterable of objects': (value: unknown) =>
    typeof value === 'object' && typeof Object(value)[Symbol.iterator] === 'function',
  'an array of findings': (value: unknown) => isArrayOf(value, 'severity'),
  'a summary with findings': (value: unknown) => isArrayOf(Object(value).findings, 'severity'),
  'the result of diffManifests': (value: unknown) =>
    isArrayOf(Object(value).objects, 'consequences') && Array.isArray(Object(value).issues),
  'the result of graphOf': (value: unknown) => Array.isArray(Object(value).nodes) && Array.isArray(Object(value).edges),
} as const;

/** Arguments by name, each with what it must be. */
export type ExpectedArguments = Readonly<Record<string, readonly [value: unknown, kind: keyof typeof KINDS]>>;

/**
 * Reports all arguments of another type, for programs without type checks: further below they would end in an error of
 * JavaScript that names neither the function nor the argument.
 *
 * @param call name of the function.
 * @throws TypeError
 */
export function requireArguments(call: string, expected: ExpectedArguments): void {
  const wrong = Object.entries(expected).flatMap(([name, [value, kind]]) =>
    KINDS[kind](value) ? [] : [`${name}: expected ${kind}, got ${typeName(value)}`],
  );
  if (wrong.length > 0) throw new TypeError(`${call}: ${wrong.join('; ')}`);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Placeholders of invalid constructs are functions. */
function hasField(value: unknown, field: string): boolean {
  return (isObject(value) || typeof value === 'function') && Object(value)[field] !== undefined;
}

function isArrayOf(value: unknown, field: string): boolean {
  return Array.isArray(value) && value.every((entry) => hasField(entry, field));
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
