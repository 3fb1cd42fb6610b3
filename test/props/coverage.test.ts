import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALLS, DEFINITIONS } from '../../src/props/generated/shapes';
import { MEANINGS } from '../../src/props/meanings';
import type { Definition } from '../../src/props/shape';

const SOURCES = join(__dirname, '../../src');

/** Checked elsewhere: `CheckedApp` and the plugin by `checkOptions`, a PodVolume by its class. */
const ELSEWHERE = ['CheckedApp', 'ServerValidation', 'logVolume'];

test('everything that is exported and takes arguments is checked', () => {
  const exported = new Set(Object.keys(CALLS).map((call) => /^\w+/.exec(call)![0]));
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const checked = sources.flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/checked(?:Factories)?\('(\w+)'/g)].map(([, name]) => name!),
  );
  expect([...checked, ...ELSEWHERE].sort()).toEqual([...exported].sort());
});

/** All names of props. */
const props = new Set(
  Object.values(DEFINITIONS)
    .map((text): Definition => JSON.parse(text))
    .flatMap((definition) => ('props' in definition ? Object.keys(definition.props) : [])),
);

test('every word of the table leads to props that exist', () => {
  const uses = Object.entries(MEANINGS).flatMap(([word, all]) =>
    all.map((use) => ({ word, prop: /^\w+/.exec(use)![0] })),
  );
  expect(uses.filter(({ prop }) => !props.has(prop))).toEqual([]);
});

test('words are in lowercase, as they are looked up', () => {
  expect(Object.keys(MEANINGS).filter((word) => word !== word.toLowerCase())).toEqual([]);
  expect(Object.keys(MEANINGS).length).toBeGreaterThanOrEqual(60);
});
