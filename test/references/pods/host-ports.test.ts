import { checkReferences } from '../../../src/references';

const agent = (name: string, port: object, spec: object = {}, kind = 'DaemonSet') => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { ...spec, containers: [{ name, image: `${name}:1`, ports: [{ containerPort: 9100, ...port }] }] },
    },
  },
});
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'host-port-taken')
    .map(({ severity, name, path, message }) => `${severity} ${name} ${path}: ${message}`);
const reported = [
  'error b spec.template.spec.containers[0].ports[0]: port 9100 of the nodes is already used by DaemonSet "a"',
];
const onNode = { hostNetwork: true };

test('one port of the same nodes for two DaemonSets', () => {
  expect(found(agent('a', { hostPort: 9100 }), agent('b', { hostPort: 9100 }))).toEqual(reported);
  expect(found(agent('a', {}, onNode), agent('b', {}, onNode))).toEqual(reported);
  expect(found(agent('a', { hostPort: 9100, hostIP: '10.0.0.1' }), agent('b', {}, onNode))).toEqual(reported);
});

test('another port, protocol, address or node, and pods that the scheduler can place elsewhere', () => {
  const first = agent('a', { hostPort: 9100 });
  for (const second of [
    agent('b', {}),
    agent('b', { hostPort: 9101 }),
    agent('b', { hostPort: 9100, protocol: 'UDP' }),
    agent('b', { hostPort: 9100 }, { nodeSelector: { disk: 'ssd' } }),
    agent('b', { hostPort: 9100 }, {}, 'Deployment'),
  ])
    expect(found(first, second)).toEqual([]);
  expect(
    found(agent('a', { hostPort: 9100, hostIP: '10.0.0.1' }), agent('b', { hostPort: 9100, hostIP: '10.0.0.2' })),
  ).toEqual([]);
});
