import { admissionMessages } from '../../src/admission';
import { limitRange, namespace, quota } from '../../src/admission/examples';
import { checkReferences } from '../../src/references';

const metadata = (name: string) => ({ name, namespace: 'shop' });
const object = (apiVersion: string, kind: string, name: string, fields: object = {}) => ({
  ...{ apiVersion, kind, metadata: metadata(name) },
  ...fields,
});
const hints = (...objects: object[]) => checkReferences(objects).map(({ hint }) => hint);

describe('parameters of a policy that do not exist', () => {
  const API = 'admissionregistration.k8s.io/v1';
  const policy = {
    ...{ apiVersion: API, kind: 'ValidatingAdmissionPolicy', metadata: { name: 'teams' } },
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      validations: [{ expression: 'object.metadata.name in params.data' }],
    },
  };
  const binding = {
    ...{ apiVersion: API, kind: 'ValidatingAdmissionPolicyBinding', metadata: { name: 'teams' } },
    spec: {
      policyName: 'teams',
      paramRef: { name: 'team-allowlist', namespace: 'shop', parameterNotFoundAction: 'Deny' },
      validationActions: ['Deny'],
    },
  };
  const maps = (...names: string[]) => names.map((name) => object('v1', 'ConfigMap', name, { data: {} }));
  const owned = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const more = 'or declare one that is created elsewhere as external';

  test('name the object that exists', () => {
    expect(hints(owned, policy, binding, ...maps('allowed-teams'))).toEqual([`use "allowed-teams", ${more}`]);
    expect(hints(owned, policy, binding, ...maps('teams', 'settings'))).toEqual([`use "teams" or "settings", ${more}`]);
  });

  test('name the one that is most alike', () => {
    expect(hints(policy, binding, ...maps('team-allow-list', 'settings'))).toEqual([
      'did you mean "team-allow-list"? If the object is created elsewhere, declare it as external',
    ]);
  });

  test('name the kind beside many', () => {
    expect(hints(policy, binding, ...maps('a', 'b', 'c', 'd'))).toEqual([`use the name of a ConfigMap, ${more}`]);
  });
});

describe('a claim with a number that the StatefulSet does not have', () => {
  const pod = (claimName: string) =>
    object('v1', 'Pod', 'backup', {
      spec: {
        containers: [{ name: 'a', image: 'a:1' }],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
      },
    });
  const set = (spec: object) =>
    object('apps/v1', 'StatefulSet', 'postgres', {
      spec: {
        selector: { matchLabels: { app: 'postgres' } },
        serviceName: 'postgres',
        template: { metadata: { labels: { app: 'postgres' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
        ...spec,
      },
    });
  const service = object('v1', 'Service', 'postgres', {
    spec: { clusterIP: 'None', selector: { app: 'postgres' }, ports: [{ port: 5432 }] },
  });
  const claims = (spec: object, name: string) => hints(service, set(spec), pod(name));

  test('says which it makes', () => {
    const made =
      'StatefulSet "postgres" makes data-postgres-0 to data-postgres-2: use one of them, or raise its replicas';
    expect(claims({ replicas: 3 }, 'data-postgres-3')).toEqual([made]);
    expect(claims({ replicas: 2, ordinals: { start: 5 } }, 'data-postgres-0')).toEqual([
      'StatefulSet "postgres" makes data-postgres-5 to data-postgres-6: use one of them',
    ]);
    expect(claims({ replicas: 1 }, 'data-postgres-1')).toEqual([
      'StatefulSet "postgres" makes data-postgres-0: use it, or raise its replicas',
    ]);
    expect(claims({ replicas: 3 }, 'data-postgres-2')).toEqual([]);
  });
});

describe('a target port that no pod has', () => {
  const ports = [
    { name: 'http-registry', containerPort: 5000 },
    { name: 'http-controller', containerPort: 8080 },
  ];
  const pod = (given: readonly object[] = ports) => ({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata('registry'), labels: { app: 'registry' } } },
    spec: { containers: [{ name: 'a', image: 'a:1', ports: given }] },
  });
  const service = (...given: readonly object[]) =>
    object('v1', 'Service', 'registry', { spec: { selector: { app: 'registry' }, ports: given } });
  const registry = { name: 'http-registry', port: 5000, targetPort: 'http-registry' };

  test('is not meant to be one that another port of the Service leads to', () => {
    const other = { name: 'http-controller', port: 8080, targetPort: 'http-registryctl' };
    expect(hints(pod(), service(registry, other))).toEqual(['did you mean "http-controller"?']);
    const unnamed = { name: 'ctl', port: 80, targetPort: 'http-registryctl' };
    expect(hints(pod(), service(registry, unnamed))).toEqual(['the pods have http-registry, http-controller']);
  });

  test('is a misspelled one otherwise', () => {
    expect(hints(pod(), service({ ...registry, targetPort: 'http-registy' }))).toEqual([
      'did you mean "http-registry"?',
    ]);
  });
});

describe('a target port that some of the pods do not have', () => {
  const labeled = (name: string, ports: readonly object[]) => ({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata(name), labels: { app: 'web' } } },
    spec: { containers: [{ name: 'a', image: 'a:1', ports }] },
  });
  const service = object('v1', 'Service', 'web', {
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] },
  });
  const stable = labeled('stable', [{ name: 'http', containerPort: 8080 }]);
  const hintFor = (...ports: object[]) => hints(stable, labeled('canary', ports), service);

  test('has another name there', () => {
    const metrics = { name: 'metrics', containerPort: 9090 };
    expect(hintFor(metrics, { name: 'web', containerPort: 8080 })).toEqual([
      'rename port "web" (8080) of Pod "canary" to "http"',
    ]);
    expect(hintFor({ containerPort: 8080 })).toEqual(['give port 8080 of Pod "canary" the name "http"']);
  });

  test('has another number, another protocol, or is missing', () => {
    const either =
      'give a port of these pods the name "http", or select by a label that only the pods with the port have';
    expect(hintFor({ name: 'web', containerPort: 8081 })).toEqual([either]);
    expect(hintFor({ name: 'web', containerPort: 8080, protocol: 'UDP' })).toEqual([either]);
    expect(hintFor()).toEqual([either]);
  });
});

test('a claim template that the namespace refuses is what has to change', () => {
  const set = object('apps/v1', 'StatefulSet', 'db', {
    spec: {
      ...{ serviceName: 'db', selector: { matchLabels: { app: 'db' } } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'db:1' }] } },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
        },
      ],
    },
  });
  const range = limitRange({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } });
  for (const limit of [range, quota({ 'requests.storage': '1Gi' })]) {
    const found = admissionMessages([namespace({}), limit, set], '1.36');
    expect(found.map(({ hint }) => hint)).toEqual(['change the claim template as the message says']);
  }
});

describe('the field that is wrong', () => {
  const API = 'admissionregistration.k8s.io/v1';
  const webhook = (service: object) => ({
    ...{ apiVersion: API, kind: 'MutatingWebhookConfiguration', metadata: { name: 'a' } },
    webhooks: [
      { name: 'a.example.com', admissionReviewVersions: ['v1'], sideEffects: 'None', clientConfig: { service } },
    ],
  });
  const hook = object('v1', 'Service', 'hook', { spec: { ports: [{ name: 'https', port: 9443 }] } });
  const found = (...objects: object[]) =>
    checkReferences(objects).map(({ path, message, hint }) => `${path}: ${message}: ${hint}`);
  const AT = 'webhooks[0].clientConfig.service';

  test('of a port that is not set is the object without it', () => {
    expect(found(hook, webhook({ name: 'hook', namespace: 'shop' }))).toEqual([
      `${AT}: Service "hook" has no port 443, the default where no port is set: set port to one of its ports: https 9443`,
    ]);
    expect(found(hook, webhook({ name: 'hook', namespace: 'shop', port: 443 }))).toEqual([
      `${AT}.port: Service "hook" has no port 443: its ports are https 9443`,
    ]);
  });

  test('of an object in another namespace is the namespace that is written', () => {
    const other = { ...object('v1', 'ConfigMap', 'other'), metadata: { name: 'other', namespace: 'data' } };
    const [first] = found(hook, other, webhook({ name: 'hook', namespace: 'data', port: 9443 }));
    expect(first).toBe(
      `${AT}.namespace: no Service "hook" in namespace data; it is in namespace shop: set namespace: shop`,
    );
    const [unknown] = found(hook, webhook({ name: 'hooks', namespace: 'shop', port: 9443 }));
    expect(unknown).toContain(`${AT}.name: no Service "hooks"`);
  });
});
