import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CheckOptions } from '../../src/check';
import { PRACTICE_RULES } from '../../src/policy';
import { readManifests } from '../../src/reading';
import { RUNTIME_RULES } from '../../src/runtime';
import { bundledCustomResources } from '../../src/schema';
import { copyOf, expectSame } from './cold-run';

/** Objects that belong together, of stacks and of the examples of rules. */
const STACKS = join(__dirname, '..', 'references', 'stacks');
const RULES: readonly (readonly any[])[] = [...RUNTIME_RULES, ...PRACTICE_RULES].flatMap(({ refused, accepted }) => [
  [refused].flat(),
  [accepted].flat(),
]);
const GROUPS: readonly (readonly any[])[] = [
  ...readdirSync(STACKS).flatMap((file) => stacksOf(file).flatMap(bothStates)),
  ...RULES,
];

function stacksOf(file: string): any[] {
  const text = readFileSync(join(STACKS, file), 'utf8').replaceAll(/^(?!$)/gm, '  ');
  const [{ items }] = readManifests(`items:\n${text}`, file).map(({ object }): any => object);
  return Array.isArray(items) ? items : [];
}

function bothStates({ stack }: { stack: string }): any[][] {
  return ['$1', '$2'].map((state) =>
    readManifests(stack.replaceAll(/<<(.*?)\|(.*?)>>/g, state), 'stack.yaml').flatMap(({ object }): any =>
      object === undefined ? [] : [object],
    ),
  );
}

const EVERYTHING: CheckOptions = { practices: true, podSecurity: 'restricted', references: 'all' };
const CHOICES: readonly CheckOptions[] = [
  {},
  EVERYTHING,
  { ...EVERYTHING, kubernetesVersion: ['1.30', '1.36'], cluster: 'empty' },
  { cluster: 'assumed', applyMode: 'server' },
];
const OPTIONS = CHOICES.map((options) => ({ customResources: bundledCustomResources(), ...options }));

/** With an object as it is in the other state of its stack or rule. */
function withTwin(manifests: readonly any[], group: number, document: number): any[] {
  const twins = GROUPS[group % 2 === 0 ? group + 1 : group - 1]!;
  const twin = twins[document % twins.length];
  const index = manifests.findIndex(
    ({ kind, metadata }) => kind === twin?.kind && metadata?.name === twin.metadata?.name,
  );
  return index < 0 ? [...manifests, twin] : manifests.with(index, twin);
}

/** Ways to all parts of a manifest. */
function waysIn(value: any, way: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return [way, ...inner.flatMap((key) => waysIn(value[key], [...way, key]))];
}

function at(manifest: any, way: readonly string[]): any {
  return way.reduce((value, key) => value[key], manifest);
}

/** With another value at the way, or without it. */
function edited(manifest: any, way: readonly string[], value: unknown): any {
  const copy = copyOf(manifest);
  const parent = at(copy, way.slice(0, -1));
  const last = way.at(-1)!;
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

test('a run finds the same as one that remembers nothing, after any edits', () => {
  const edit = fc.record({ document: fc.nat(), way: fc.nat(), kind: fc.nat(9), from: fc.nat() });
  const runs = fc.record({
    groups: fc.array(fc.nat(GROUPS.length - 1), { minLength: 1, maxLength: 3 }),
    edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    options: fc.nat(OPTIONS.length - 1),
  });
  for (const { groups, edits, options: chosen } of fc.sample(runs, { numRuns: 40, seed: 5 })) {
    const options = OPTIONS[chosen]!;
    const start = groups.flatMap((group) => GROUPS[group]!);
    let manifests = start;
    expectSame(manifests, options, { groups });
    for (const { document, way, kind, from } of edits) {
      const index = document % manifests.length;
      if (kind === 0) manifests = manifests.length > 1 ? manifests.toSpliced(index, 1) : start;
      else if (kind === 1) manifests = [...manifests, ...GROUPS[from % GROUPS.length]!.slice(0, 1)];
      else if (kind === 2) manifests = start;
      else if (kind > 5) manifests = withTwin(manifests, groups[from % groups.length]!, document);
      else {
        const ways = waysIn(manifests[index]).slice(1);
        const chosenWay = ways[way % ways.length];
        if (chosenWay === undefined) continue;
        const alike = manifests.flatMap((one) =>
          waysIn(one)
            .filter((other) => other.at(-1) === chosenWay.at(-1))
            .map((other) => at(one, other)),
        );
        const value = kind === 3 ? undefined : kind === 4 ? 'other' : copyOf(alike[from % alike.length]);
        manifests = manifests.with(index, edited(manifests[index], chosenWay, value));
      }
      expectSame(manifests, options, { groups, options: chosen, index, way, kind, from });
    }
  }
}, 120_000);

// The rules about references have such a test of their own.
test('a run finds the same as one that remembers nothing when a fault of a rule is made and fixed', () => {
  for (let index = 0; index + 1 < RULES.length; index += 2) {
    for (const state of [0, 1, 0]) expectSame(RULES[index + state]!, OPTIONS[1]!, { index, state });
  }
});
