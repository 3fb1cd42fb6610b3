import type { Random } from '../../parity/random';

/** Pieces of YAML that change what stands around them. */
const FRAGMENTS = [
  ...[': ', ':', '- ', '-', '? ', '?', ', ', ',', '[', ']', '{', '}', '[]', '{}', '[[]]', '#', ' #', '# c\n', '|', '>'],
  ...[
    '|-',
    '|+\n',
    '>2\n',
    '|1-',
    '>+',
    '|0',
    '&a ',
    '*a',
    '*b ',
    '&b',
    '<<: ',
    '<<',
    '!',
    '!!',
    '! ',
    '!!str ',
    '!!int ',
  ],
  ...[
    '!!float ',
    '!!bool ',
    '!!null ',
    '!!binary ',
    '!!timestamp ',
    '!x ',
    '!<x> ',
    '!a!b ',
    '%YAML 1.1\n',
    '%TAG ! x\n',
  ],
  ...[
    '---',
    '---\n',
    '--- ',
    '...\n',
    '...',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\n- ',
    ' ',
    '  ',
    '\t',
    '\n\t',
    ' \t',
    '\t\n',
  ],
  ...[
    '"',
    "'",
    '""',
    "''",
    '"\\',
    '\\',
    '\\n',
    '\\x41',
    '\\u00e9',
    '\\U0001F600',
    '\\ud83d',
    '\\/',
    '\\\n',
    "\\'",
    '@',
    '`',
  ],
  ...[
    '%',
    '=',
    '~',
    'null',
    'yes',
    'No',
    'on',
    '0755',
    '0o17',
    '0x1F',
    '0b11',
    '-0b1',
    '0b-1',
    '1_000',
    '1e3',
    '.5',
    '5.',
  ],
  ...['.5e1', '-.inf', '.nan', '12e4567', '9223372036854775808', '18446744073709551616', '-9223372036854775809', '1.5'],
  ...[
    '2024-01-01',
    '12:30:00',
    '9007199254740993',
    '1e400',
    '+1',
    '-0',
    '-0.0',
    '.',
    '..',
    '+',
    '08',
    '0o8',
    '_1',
    '1_',
    '.5_0',
    '.1_e2',
  ],
  ...[
    '\r',
    '\r\n',
    '\x85',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\x1b',
    '\0',
    '\b',
    '\f',
    '\v',
    '\x7f',
    '\x90',
    '\ufffe',
    '\ufffd',
  ],
  ...[
    'é',
    '😀',
    '\xa0',
    '\u3000',
    '：',
    'a',
    'key',
    'key: v',
    'a: 1\n',
    '"a":',
    '{"a":1}',
    '{"b": [1,2]}\n',
    'x'.repeat(1030),
  ],
  ...['kind: List\n', 'items:\n', 'items: []\n', 'kind: RoleList\n', 'apiVersion: v1\n'],
];

/** One change to a text of a kind that people, editors and attackers make. */
type Mutation = (text: string, random: Random) => string;

const at = (text: string, random: Random) => random.below(text.length + 1);

const splice = (text: string, start: number, remove: number, insert: string) =>
  text.slice(0, start) + insert + text.slice(start + remove);

/** Changes one line, chosen at random. */
const onLine =
  (change: (line: string, random: Random) => string): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    const index = random.below(lines.length);
    lines[index] = change(lines[index] as string, random);
    return lines.join('\n');
  };

const MUTATIONS: readonly Mutation[] = [
  (text, random) => splice(text, at(text, random), 0, random.pick(FRAGMENTS)),
  (text, random) => splice(text, at(text, random), 0, random.pick(FRAGMENTS)),
  (text, random) => splice(text, at(text, random), 1, random.pick(FRAGMENTS)),
  (text, random) => splice(text, at(text, random), 1 + random.below(3), ''),
  (text, random) => splice(text, at(text, random), random.below(30), ''),
  (text, random) => {
    const start = at(text, random);
    return splice(text, at(text, random), 0, text.slice(start, start + random.below(20)));
  },
  onLine((line, random) => random.pick(['', ' ', '  ', '\t', '    ']) + line.trimStart()),
  onLine((line, random) => random.pick([' ', '  ', '\t', '- ', '? ', ': ', '# ']) + line),
  onLine((line) => line.slice(1)),
  onLine(
    (line, random) =>
      line + random.pick([' ', ':', ' |', ' >-', ' #x', ',', ' &a', ' *a', ' !!str', '"', "'", '\t', '\r']),
  ),
  onLine((line, random) => line.replace(/: .*/, () => `: ${random.pick(FRAGMENTS)}`)),
  onLine((line, random) => line.replace(/(: )(.*)/, (_, colon, value) => `${colon}${wrap(value, random)}`)),
  onLine((line) => `${line}\n${line}`),
  (text, random) => {
    const lines = text.split('\n');
    const [line] = lines.splice(random.below(lines.length), 1);
    lines.splice(random.below(lines.length + 1), 0, line as string);
    return lines.join('\n');
  },
  (text, random) => {
    const from = random.pick([': ', '\n', ' ', '"', '- ', "'"]);
    const to = random.pick(FRAGMENTS);
    const parts = text.split(from);
    const index = random.below(parts.length);
    return parts.slice(0, index).join(from) + (index > 0 ? to : '') + parts.slice(index).join(from);
  },
];

function wrap(value: string, random: Random): string {
  return random.pick([
    () => `"${value}"`,
    () => `'${value}'`,
    () => `[${value}]`,
    () => `{${value}}`,
    () => `[\n${value}\n]`,
    () => `{a: ${value}, b: *a}`,
    () => `&a ${value}`,
    () => `|\n  ${value}`,
    () => `>-\n    ${value}\n\n    x`,
    () => `"${value.slice(0, 3)}\n  ${value.slice(3)}"`,
  ])();
}

/** Makes up to six changes to a text. */
export function mutateText(text: string, random: Random): string {
  let mutant = text;
  for (let left = 1 + random.below(random.chance(0.3) ? 6 : 2); left > 0; left--) {
    mutant = random.pick(MUTATIONS)(mutant, random);
  }
  return mutant;
}

/** A text of pieces put together at random: little of it is YAML, and what is, is unusual. */
export function patchwork(random: Random): string {
  const small = [
    'a',
    'b: ',
    ': ',
    ' ',
    '\n',
    '\n  ',
    '- ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&a ',
    '*a ',
    '? ',
    '#',
    '|\n',
  ];
  let text = '';
  for (let left = 2 + random.below(14); left > 0; left--) {
    text += random.pick(random.chance(0.75) ? small : FRAGMENTS);
  }
  return text;
}

/** Bytes of a text as editors save it: mostly UTF-8, sometimes with a byte order mark, in UTF-16, or damaged. */
export function encodeText(text: string, random: Random): Uint8Array {
  if (random.chance(0.92)) {
    return Buffer.from(text);
  }
  switch (random.below(6)) {
    case 0:
      return Buffer.from(`\ufeff${text}`);
    case 1:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 2:
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 3:
      return Buffer.from(text, 'utf16le');
    case 4:
      return Buffer.from(text, 'latin1');
    default: {
      const bytes = Buffer.from(random.chance(0.3) ? `\ufeff${text}` : text);
      if (bytes.length > 0) {
        bytes[random.below(bytes.length)] = 0x80 + random.below(0x80);
      }
      return bytes;
    }
  }
}
