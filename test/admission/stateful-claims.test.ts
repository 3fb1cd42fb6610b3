import { admissionMessages, type Ground } from '../../src/admission';
import { claim, limitRange, namespace, quota } from '../../src/admission/examples';

const stateful = (spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db', namespace: 'shop' },
  spec: {
    serviceName: 'db',
    selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'db:1' }] } },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
      },
    ],
    ...spec,
  },
});
const atMost = (storage: string) => limitRange({ type: 'PersistentVolumeClaim', max: { storage } });
const messages = (objects: readonly object[], cluster?: Ground) =>
  admissionMessages([namespace({}), ...objects], '1.36', cluster).map(({ path, message }) => `${path}: ${message}`);

const TOO_LARGE =
  'no pod can be created: persistentvolumeclaims "data-db-0" is forbidden: maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 2Gi';

// The answers of a server of 1.36 with the controllers running.
describe('claims of a StatefulSet', () => {
  test('that a LimitRange refuses keep its pods from being created', () => {
    expect(messages([atMost('1Gi'), stateful()])).toEqual([
      expect.stringMatching(new RegExp(`^spec\\.volumeClaimTemplates\\[0\\]\\.spec.*: ${TOO_LARGE}$`)),
    ]);
    expect(messages([atMost('2Gi'), stateful()])).toEqual([]);
  });

  test('that a quota refuses do so too', () => {
    expect(messages([quota({ 'requests.storage': '1Gi' }), stateful()])).toEqual([
      expect.stringContaining(
        'persistentvolumeclaims "data-db-0" is forbidden: exceeded quota: team, requested: requests.storage=2Gi, used: requests.storage=0, limited: requests.storage=1Gi',
      ),
    ]);
    expect(messages([quota({ 'requests.storage': '2Gi' }), stateful()])).toEqual([]);
  });

  test('that a quota has no room for keep the pods of their number from being created', () => {
    const three = stateful({ replicas: 3 });
    expect(messages([quota({ 'requests.storage': '5Gi' }), three])).toEqual([
      'spec.replicas: only 2 of 3 pods can be created: persistentvolumeclaims "data-db-2" is forbidden: exceeded quota: team, requested: requests.storage=2Gi, used: requests.storage=4Gi, limited: requests.storage=5Gi',
    ]);
    expect(messages([quota({ 'requests.storage': '6Gi' }), three])).toEqual([]);
    expect(messages([quota({ persistentvolumeclaims: '2' }), three])).toEqual([
      expect.stringContaining('only 2 of 3 pods can be created: persistentvolumeclaims "data-db-2" is forbidden'),
    ]);
    const existing = { ...claim(), metadata: { name: 'data-db-1', namespace: 'shop' } };
    expect(messages([existing, quota({ persistentvolumeclaims: '3' }), three])).toEqual([]);
  });

  test('that exist are not created again', () => {
    const existing = { ...claim(), metadata: { name: 'data-db-0', namespace: 'shop' } };
    expect(messages([existing, atMost('1Gi'), stateful()])).toEqual([]);
  });

  test('without pods are not created', () => {
    expect(messages([atMost('1Gi'), stateful({ replicas: 0 })])).toEqual([]);
  });
});
