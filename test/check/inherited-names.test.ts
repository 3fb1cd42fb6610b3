import { checkManifests } from '../../src/check';
import { BASES } from '../fuzz/bases';

/** What every object inherits: a table that is read with such a name gives a function where it should give nothing. */
const INHERITED = ['constructor', '__proto__'];
const AT_ONCE = 100;

/** The object once for each of its strings, with that string replaced. */
function replaced(object: object, text: string): object[] {
  const found: object[] = [];
  const visit = (value: unknown, put: (changed: unknown) => unknown): void => {
    if (typeof value === 'string') {
      found.push(put(text) as object);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, (changed) => put(value.with(index, changed)));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, (changed) => put({ ...value, [key]: changed }));
    }
  };
  visit(object, (changed) => changed);
  return found;
}

test.each(INHERITED)('no check fails where any string is %s', (text) => {
  const texts = new Set(BASES.flatMap((base) => replaced(base, text)).map((object) => JSON.stringify(object)));
  const objects = [...texts].map((object) => ({ object: JSON.parse(object) }));
  expect(objects.length).toBeGreaterThan(5_000);
  const errors = new Set<string>();
  for (let at = 0; at < objects.length; at += AT_ONCE) {
    const options = { podSecurity: 'restricted', practices: true, references: 'all' } as const;
    for (const { rule, message } of checkManifests(objects.slice(at, at + AT_ONCE), options)) {
      if (rule === 'internal-error') errors.add(message);
    }
  }
  expect([...errors]).toEqual([]);
});
