import fc from 'fast-check';
import { schemaOfObject } from '../../src/overlay/schema-of-object';
import { strategicMerge } from '../../src/overlay/strategic-merge';

const { schema, resolve } = schemaOfObject('apps/v1', 'Deployment');
const merge = (base: object, patch: object): any =>
  strategicMerge(structuredClone(base) as Record<string, unknown>, patch as Record<string, unknown>, schema, resolve);

const names = fc.constantFrom('a', 'b', 'c');
const some = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const byName = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.uniqueArray(fc.record({ name: names, ...fields }), { selector: ({ name }) => name, maxLength: 3 });
const labels = fc.dictionary(names, fc.constantFrom('x', 'y'));
const podSpec = fc.record({
  containers: byName({ image: names, args: some(fc.array(names)), env: some(byName({ value: names })) }),
  nodeSelector: some(labels),
  tolerations: some(fc.array(fc.record({ key: names }))),
  volumes: some(byName({ emptyDir: fc.constant({}) })),
});
const deployments = fc.record({
  metadata: fc.record({ labels: some(labels), finalizers: some(fc.uniqueArray(names)) }),
  spec: fc.record({ replicas: some(fc.nat(9)), template: fc.record({ spec: podSpec }) }),
});
/** As it is in a manifest: without undefined. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

test('an empty overlay changes nothing', () => {
  fc.assert(fc.property(deployments, (base) => expect(merge(plain(base), {})).toEqual(plain(base))));
});

test('the same overlay twice is the same as once, and is itself not changed', () => {
  fc.assert(
    fc.property(deployments, deployments, (base, patch) => {
      const before = structuredClone(patch);
      const once = merge(plain(base), patch);
      expect(merge(once, patch)).toEqual(once);
      expect(patch).toEqual(before);
    }),
  );
});

test('everything that an overlay says is in the result', () => {
  fc.assert(
    fc.property(deployments, deployments, (base, patch) => {
      const { containers } = merge(plain(base), patch).spec.template.spec;
      for (const container of plain(patch).spec.template.spec.containers) {
        const { env = [], ...fields } = container;
        const merged = containers.find(({ name }: { name: string }) => name === container.name);
        expect(merged).toMatchObject(fields);
        expect(merged.env ?? []).toEqual(expect.arrayContaining(env));
      }
    }),
  );
});
