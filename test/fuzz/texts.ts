import type { Random } from '../parity/random';

const SNIPPETS = [
  ...['---\n', '--- x\n', '...\n', '\t', ': ', '- ', '"', "'", '{', ']', '&a ', '*a', '!!binary ', '|\n', '>2\n'],
  ...['\u0000', '\ufeff', '#', '<<: ', '\r', '\u0085', '%YAML 1.2\n', '? ', '\u001b]0;x\u0007', '\u2028'],
];

/** An object as YAML or JSON. */
export function textOf(object: unknown, random: Random): string {
  const text = random.below(3) === 0 ? `${JSON.stringify(object)}\n` : `${yamlOf(object, '')}\n`.replace(/^\n/, '');
  return text.replace(/"?\bint:(-?\d+)"?/g, '$1');
}

/** A text with a few edits that do not look at what it means. */
export function editText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return random.below(3) === 0
    ? text.slice(0, at) + text.slice(at + 1 + random.below(20))
    : text.slice(0, at) + random.pick(SNIPPETS) + text.slice(at);
}

/** The bytes of a text: UTF-8, UTF-16 with a byte order mark, Latin-1, or UTF-8 that is damaged. */
export function bytesOf(text: string, random: Random): Uint8Array {
  if (!random.chance(0.04)) return Buffer.from(text);
  switch (random.below(4)) {
    case 0:
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 1: {
      const even = Buffer.from(`\ufeff${text}`, 'utf16le');
      return even.swap16();
    }
    case 2:
      return Buffer.from(text, 'latin1');
    default: {
      const bytes = Buffer.from(text);
      if (bytes.length > 0) bytes[random.below(bytes.length)] = 0x80 + random.below(0x80);
      return bytes;
    }
  }
}

/** Plain where that is the same string; a library would take longer than the checks. */
const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[A-Za-z][\w./-]*$/i;

function yamlOf(value: unknown, indentation: string): string {
  if (typeof value !== 'object' || value === null) return scalarOf(value);
  const isList = Array.isArray(value);
  const lines = Object.entries(value).map(([key, child]) => {
    const text = yamlOf(child, `${indentation}  `);
    return `${indentation}${isList ? '-' : `${scalarOf(key)}:`}${text.startsWith('\n') ? '' : ' '}${text}`;
  });
  return lines.length === 0 ? (isList ? '[]' : '{}') : `\n${lines.join('\n')}`;
}

function scalarOf(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? value : (JSON.stringify(value) ?? 'null');
}
