import { diffManifests } from '../../src/diff';

const deployment = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }], ...spec },
    },
  },
});
const containers = (...names: readonly string[]) => names.map((name) => ({ name, image: `${name}:1` }));
const web = (...names: readonly string[]) => ({
  containers: [{ name: 'web', image: 'web:1', env: names.map((name) => ({ name, value: name.toLowerCase() })) }],
});

// 1.36.3 stores the new order of both styles and counts a new generation; the template of the pods is another one then.
test.each([
  [
    'init containers',
    'initContainers',
    { initContainers: containers('a', 'b') },
    { initContainers: containers('b', 'a') },
  ],
  ['containers', 'containers', { containers: containers('a', 'b') }, { containers: containers('b', 'a') }],
  ['variables', 'containers[0].env', web('A', 'B'), web('B', 'A')],
])('%s in another order restart pods', (_, path, before, after) => {
  for (const applyMode of ['client', 'server'] as const) {
    const [change] = diffManifests([deployment(before)], [deployment(after)], { applyMode }).objects;
    expect(change!.effect).toBe('restarts-pods');
    expect(change!.fields.map((field) => field.path)).toEqual([`spec.template.spec.${path}`]);
  }
});

test('an item more is no other order', () => {
  const { objects } = diffManifests(
    [deployment({ initContainers: containers('a', 'b') })],
    [deployment({ initContainers: containers('a', 'new', 'b') })],
  );
  expect(objects[0]!.fields.map(({ path }) => path)).toEqual(['spec.template.spec.initContainers[1]']);
});
