import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_VERSION } from '../../src/facts';
import { readManifests } from '../../src/reading';
import { withCustomFields } from '../../src/references/check-references';
import { isCustom } from '../../src/references/edges';
import { Cluster } from '../../src/references/input/cluster';
import { reportsIn } from '../../src/references/reports';
import { typedObject } from '../../src/validation';
import { Random } from '../parity/random';

const FOLDER = join(__dirname, 'stacks');
const STACKS = readdirSync(FOLDER).flatMap((file) =>
  readManifests(`items:\n${readFileSync(join(FOLDER, file), 'utf8').replaceAll(/^(?!$)/gm, '  ')}`, file).flatMap(
    ({ object }: any): any[][] =>
      (Array.isArray(object.items) ? object.items : []).map(({ stack }: any) =>
        readManifests(stack.replaceAll(/<<(.*?)\|(.*?)>>/g, '$2'), file).flatMap(({ object: one }) =>
          one === undefined ? [] : [one],
        ),
      ),
  ),
);

const VALUES = [5, true, null, 'x', {}, [], [5], [null], [{}], { x: 5 }];

/** Ways to all values of a manifest but those that say what it is. */
function waysOf(value: any, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const inner = Object.keys(value).flatMap((key) => waysOf(value[key], [...way, key]));
  return way.length === 0 ? inner.filter(([first]) => first !== 'apiVersion' && first !== 'kind') : [way, ...inner];
}

function withValue(manifest: any, way: readonly string[], value: unknown): any {
  const copy = structuredClone(manifest);
  const parent = way.slice(0, -1).reduce((at, key) => at[key], copy);
  parent[way.at(-1)!] = value;
  return copy;
}

// Definitions of custom resources that are not known are not compared, so that their values may be of any type.
test.each([1, 2, 3, 4])('no rule throws for values of other types in custom resources (%d)', (seed) => {
  const random = new Random(seed);
  const thrown = new Set<string>();
  for (const stack of STACKS) {
    const custom = stack.flatMap((one, index) => (isCustom(one) ? [index] : []));
    if (custom.length === 0) continue;
    for (let time = 0; time < 6; time++) {
      const index = random.pick(custom);
      const way = random.pick(waysOf(stack[index]));
      const changed = stack.with(index, withValue(stack[index], way, random.pick(VALUES)));
      const objects = changed.map((manifest) => {
        const decoded = typedObject(manifest, NEWEST_VERSION);
        return decoded && withCustomFields({ decoded, manifest });
      });
      for (const { rule, found } of reportsIn(new Cluster(objects), objects))
        if ('error' in found) thrown.add(`${rule.id}: ${found.error} for ${stack[index].kind} ${way.join('.')}`);
    }
  }
  expect([...thrown]).toEqual([]);
});

const SELECTOR = /selectors?$|^match(?:Labels|Expressions|Names)$/i;

/** What is reported about objects, as they are or with one changed. */
function findingsOf(manifests: readonly any[]): string[] {
  const objects = manifests.map((manifest) => {
    const decoded = typedObject(manifest, NEWEST_VERSION);
    return decoded && withCustomFields({ decoded, manifest });
  });
  return reportsIn(new Cluster(objects), objects).flatMap(({ rule, subject, found }) =>
    'error' in found
      ? [`${rule.id}: ${found.error}`]
      : found
          .filter(({ certainty }) => certainty !== 'external')
          .map(
            ({ field, message }) =>
              `${rule.id} ${subject.object.kind}/${subject.object.metadata?.name} ${field}: ${message}`,
          ),
  );
}

// What it selects is not known: the type itself is reported by its definition, where there is one.
test('a selector of a wrong type in a custom resource leads to no finding', () => {
  const added = new Set<string>();
  for (const stack of STACKS) {
    const before = findingsOf(stack);
    for (const [index, one] of stack.entries()) {
      if (!isCustom(one)) continue;
      for (const way of waysOf(one).filter((steps) => SELECTOR.test(steps.at(-1)!) && steps[0] !== 'metadata')) {
        for (const value of ['app=web', 5, ...(way.at(-1) === 'matchNames' ? [] : [['x']])]) {
          const after = findingsOf(stack.with(index, withValue(one, way, value)));
          for (const line of after.filter((each) => !before.includes(each)))
            added.add(`${one.kind} ${way.join('.')} ${JSON.stringify(value)}: ${line}`);
        }
      }
    }
  }
  expect([...added]).toEqual([]);
});
