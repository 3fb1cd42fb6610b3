import { planUpdate } from '../../../src/upgrade';

const deployment = (...containers: object[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
  },
});
const web = (more: object = {}) => ({ name: 'web', image: 'web', ...more });
const env = (...names: string[]) => ({ env: names.map((name) => ({ name, value: '1' })) });
const containersAfter = (previous: object, next: object) =>
  (planUpdate(previous as any, next as any, '1.36', 'client') as any).after.spec.template.spec.containers;

// What the cluster has after `kubectl apply` of 1.36.3 with the same manifests.
test('what only the cluster has stays in its place', () => {
  const applied = JSON.stringify(deployment(web(env('A', 'B'))));
  const live = deployment(web(env('X', 'A', 'B')));
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': applied };
  const [container] = containersAfter(
    { ...live, metadata: { ...live.metadata, annotations } },
    deployment(web(env('A', 'B', 'C'))),
  );
  expect(container.env.map(({ name }: any) => name)).toEqual(['X', 'A', 'B', 'C']);
});

test('fields of an item are removed also where another item is added before it', () => {
  const containers = containersAfter(
    deployment(web({ command: ['run'], ...env('A') })),
    deployment({ name: 'api', image: 'web' }, web()),
  );
  expect(containers.map(({ name }: any) => name)).toEqual(['api', 'web']);
  expect(containers[1].command).toBeUndefined();
  expect(containers[1].env).toBeUndefined();
});
