import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readManifests } from '../../../src/reading';
import { definitionOfKind, loadKubernetesDocument } from '../../../src/schema';
import { decodedCopy, decodedView, shapeOf } from '../../../src/validation/decode';

const document = loadKubernetesDocument('1.36');
const shapeOfKind = ({ apiVersion, kind }: any) => {
  const definition = definitionOfKind(document, apiVersion, kind);
  return definition && shapeOf(document, definition.name);
};

const DIST = join(__dirname, '..', '..', '..', 'dist');
const objects = readdirSync(DIST)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => readManifests(readFileSync(join(DIST, file)), file))
  .flatMap(({ object }) => (object !== undefined && shapeOfKind(object) !== undefined ? [object] : []));

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const child of Object.values(Object.freeze(value))) frozen(child);
  return value;
}

/** The object with nulls and unknown fields at some places. */
function disturbed(value: any, next: () => number): any {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => disturbed(item, next));
  const entries = Object.entries(value).map(([key, child]) => [key, next() === 0 ? null : disturbed(child, next)]);
  if (next() === 1) entries.push(['notKnown', {}]);
  return Object.fromEntries(entries);
}

test('a view has what a copy has, and leaves the object as it is', () => {
  expect(objects.length).toBeGreaterThan(200);
  fc.assert(
    fc.property(fc.constantFrom(...objects), fc.infiniteStream(fc.nat(20)), (object, numbers) => {
      const { apiVersion, kind } = object;
      const written = { ...disturbed(object, () => numbers.next().value), apiVersion, kind };
      const shape = shapeOfKind(object)!;
      const expected = decodedCopy(written, shape);
      expect(decodedView(frozen(written), shape)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('what is written as the server has it is not copied', () => {
  const spec = { type: 'ClusterIP', ports: [{ port: 80 }] };
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', labels: null }, spec };
  const view = decodedView(service, shapeOfKind(service)!) as typeof service;
  expect(view).toEqual({ ...service, metadata: { name: 'a' } });
  expect(view.spec).toBe(spec);
  const plain = { ...service, metadata: { name: 'a' } };
  expect(decodedView(plain, shapeOfKind(plain)!)).toBe(plain);
});
