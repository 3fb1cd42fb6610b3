import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/**
 * What Fluent Bit 3.2 knows, as far as the examples use it: options of its command line (src/fluent-bit.c), properties of all
 * inputs and outputs (src/flb_input.c, src/flb_output.c) and of the plugins (plugins/in_tail/tail.c, plugins/out_stdout/stdout.c).
 * None of the package registries of Debian, npm or PyPI has Fluent Bit for its own `--dry-run`.
 */
const PLUGINS: Readonly<Record<string, readonly string[]>> = {
  '-i tail': [
    ...['tag', 'alias', 'log_level', 'mem_buf_limit', 'storage.type', 'threaded'],
    ...[
      'path',
      'exclude_path',
      'key',
      'read_from_head',
      'refresh_interval',
      'rotate_wait',
      'skip_long_lines',
      'parser',
    ],
    ...[
      'multiline.parser',
      'buffer_chunk_size',
      'buffer_max_size',
      'path_key',
      'offset_key',
      'db',
      'db.sync',
      'db.locking',
    ],
  ],
  '-o stdout': ['match', 'alias', 'log_level', 'format', 'json_date_key', 'json_date_format'],
};

/** What is wrong with a command line of Fluent Bit, word by word. */
function faultsOf(args: readonly string[]): string[] {
  const faults: string[] = [];
  let plugin: string | undefined;
  for (let index = 0; index < args.length; index += 2) {
    const [option, value = ''] = args.slice(index, index + 2);
    const [property] = value.split('=');
    if (option === '-i' || option === '-o') {
      plugin = `${option} ${value}`;
      if (PLUGINS[plugin] === undefined) faults.push(`unknown plugin: ${plugin}`);
    } else if (option !== '-p') faults.push(`unknown option: ${option}`);
    else if (plugin === undefined) faults.push(`property before a plugin: ${value}`);
    else if (!/^[a-z_.]+=./.test(value)) faults.push(`not a property: ${value}`);
    else if (!PLUGINS[plugin]?.includes(property!)) faults.push(`${plugin} has no property ${property}`);
  }
  return faults;
}

/** The arguments of all containers that run Fluent Bit. */
function commandLines(node: any): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  const own = /(^|\/)fluent-bit:/.test(String(node.image)) ? [node.args ?? []] : [];
  return [...own, ...Object.values(node).flatMap(commandLines)];
}

test('the command lines of Fluent Bit in dist/ have options, plugins and properties that it knows', () => {
  const dist = join(__dirname, '..', '..', 'dist');
  const files = readdirSync(dist).filter((file) => file.endsWith('.yaml'));
  const lines = files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(dist, file), 'utf8')).flatMap((document) => commandLines(document.toJSON())),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.flatMap(faultsOf)).toEqual([]);
});

test('it finds misspelled words', () => {
  expect(faultsOf(['-p', 'path=/a', '-i', 'tial', '-o', 'stdout', '-p', 'mach=*', '-x', '1', '-p', 'format'])).toEqual([
    'property before a plugin: path=/a',
    'unknown plugin: -i tial',
    '-o stdout has no property mach',
    'unknown option: -x',
    'not a property: format',
  ]);
});
