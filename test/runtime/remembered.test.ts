import { NEWEST_VERSION } from '../../src/facts';
import { knownImages } from '../../src/images';
import { runtimeFindings } from '../../src/runtime/check-runtime';
import { pod } from './faults/fault';

const around = { images: knownImages(), nodes: [] };
const found = (objects: readonly object[], isRepeated: boolean) =>
  runtimeFindings(objects as never, [NEWEST_VERSION], { ...around, isRepeated }).map(({ rule }) => rule);

const metadata = { name: 'shop', namespace: 'shop' };
const service = (targetPort: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { selector: { app: 'shop' }, ports: [{ port: 80, targetPort }] },
});
const claim = (volumeName?: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata,
  spec: { volumeName },
});
const volume = (type: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'shop' },
  spec: type,
});
const nfs = { nfs: { server: '192.168.0.20', path: '/share' } };
const placed = (one: any, labels = { app: 'shop' }) => ({ ...one, metadata: { ...metadata, labels } });
const nginx = placed(pod({ image: 'nginx:1.27.3' }));
const mounting = placed(
  pod({}, { hostUsers: false, volumes: [{ name: 'share', persistentVolumeClaim: { claimName: 'shop' } }] }),
);

// A process that runs an app again has the same object of the pod, and others may have changed.
test.each<[string, object, string, readonly (readonly object[])[]]>([
  [
    'Services',
    nginx,
    'service-port-not-served',
    [[], [service(8080)], [service(80)], [service(80), service(8080)], [service(80)]],
  ],
  [
    'volumes',
    mounting,
    'user-namespace-volume',
    [[claim('shop'), volume({})], [claim('shop'), volume(nfs)], [claim(), volume(nfs)], [volume(nfs)]],
  ],
])('a pod whose %s change is checked again', (_, subject, rule, runs) => {
  const cold = runs.map((others) => found([subject, ...others], false));
  expect(new Set(cold.map((rules) => rules.includes(rule)))).toEqual(new Set([true, false]));
  expect(runs.map((others) => found([subject, ...others], true))).toEqual(cold);
  expect(runs.toReversed().map((others) => found([subject, ...others], true))).toEqual(cold.toReversed());
});
