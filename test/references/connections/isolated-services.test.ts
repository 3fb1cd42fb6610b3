import { checkReferences } from '../../../src/references';
import { deployment, service } from '../../../src/references/rule/examples';

const policy = (spec: object, name = 'shop', namespace?: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec: { podSelector: { matchLabels: { app: 'shop' } }, policyTypes: ['Ingress', 'Egress'], ...spec },
});
const EVERY_POD = { podSelector: {} };
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'service-unreachable')
    .map(({ severity, kind, message }) => `${severity} ${kind}: ${message}`);
const reported = (...services: string[]) => [
  `warning Deployment: no peer can connect to the pods of Service ${services.map((name) => `"${name}"`).join(', ')}: no NetworkPolicy that selects them allows one of its ports`,
];

test('a Service whose pods deny all connections is a warning, for any policy that isolates them', () => {
  expect(found(deployment(), service(), policy({}))).toEqual(reported('shop'));
  expect(found(deployment(), service(), policy(EVERY_POD))).toEqual(reported('shop'));
  expect(found(deployment(), service(), policy({ policyTypes: undefined }))).toEqual(reported('shop'));
  expect(found(deployment(), service(), service({ clusterIP: 'None' }, 'names'), policy({}))).toEqual(
    reported('shop', 'names'),
  );
});

test('one rule of one policy is enough', () => {
  for (const rule of [{}, { from: [{ podSelector: {} }] }, { ports: [] }, { ports: [{ protocol: 'TCP' }] }]) {
    expect(found(deployment(), service(), policy(EVERY_POD, 'deny'), policy({ ingress: [rule] }))).toEqual([]);
  }
});

test('a rule counts only for a port that the Service leads to', () => {
  const allowing = (port: object) => policy({ ingress: [{ ports: [port] }] });
  for (const port of [{ port: 'http' }, { port: 8080 }, { port: 8000, endPort: 9000 }]) {
    expect(found(deployment(), service(), allowing(port))).toEqual([]);
    expect(found(deployment(), service({ ports: [{ port: 80, targetPort: 8080 }] }), allowing(port))).toEqual([]);
  }
  for (const port of [{ port: 8081 }, { port: 8081, endPort: 9000 }, { port: 8080, protocol: 'UDP' }]) {
    expect(found(deployment(), service(), allowing(port))).toEqual(reported('shop'));
  }
  // The rule policy-port-unknown reports these.
  for (const port of [{ port: 'metrics' }, { port: 80 }, { port: 'http', protocol: 'UDP' }]) {
    expect(found(deployment(), service(), allowing(port))).toEqual([]);
  }
  // A port that no container declares.
  const undeclared = service({ ports: [{ port: 9000 }] });
  expect(found(deployment(), undeclared, allowing({ port: 9000 }))).toEqual([]);
  // The rule service-port-unknown reports it.
  expect(found(deployment(), undeclared, allowing({ port: 'http' }))).toEqual([]);
  expect(found(deployment(), undeclared, policy({}))).toEqual(reported('shop'));
});

test('pods without a policy, and pods without a Service', () => {
  expect(found(deployment(), service())).toEqual([]);
  expect(found(deployment(), policy({}))).toEqual([]);
  expect(found(deployment(), service(), policy({ policyTypes: ['Egress'] }))).toEqual([]);
  expect(found(deployment(), service(), policy({ podSelector: { matchLabels: { app: 'db' } } }))).toEqual([]);
  expect(found(deployment(), service(), policy({}, 'shop', 'elsewhere'))).toEqual([]);
  expect(found(deployment(), service({ selector: undefined }), policy({}))).toEqual([]);
  expect(found(deployment({}, {}, { hostNetwork: true }), service(), policy({}))).toEqual([]);
});

test('"ingress: []" for certain pods says that it is meant; for a whole namespace it does not', () => {
  const nobody = { ingress: [] };
  expect(found(deployment(), service(), policy(nobody))).toEqual([]);
  expect(found(deployment(), service(), policy({ ...nobody, ...EVERY_POD }))).toEqual(reported('shop'));
  const byExpression = { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } };
  expect(found(deployment(), service(), policy({ ...nobody, ...byExpression }))).toEqual([]);
});

test('each name is listed once, and a Service without a name as an empty one', () => {
  const unnamed = { ...service(), metadata: {} };
  expect(found(deployment(), service(), service(), unnamed, policy({}))).toEqual(reported('shop', ''));
});

test('connections among the pods themselves are those of a headless Service only', () => {
  const own = policy({ ingress: [{ from: [{ podSelector: { matchLabels: { app: 'shop' } } }] }] });
  expect(found(deployment(), service(), own)).toEqual(reported('shop'));
  expect(found(deployment(), service({ clusterIP: 'None' }), own)).toEqual([]);
  const others = policy({ ingress: [{ from: [{ podSelector: { matchLabels: { app: 'other' } } }] }] });
  expect(found(deployment(), service(), others)).toEqual([]);
});

test('what is allowed by a policy whose selector matches no pods is the fault of that selector', () => {
  const allowing = (podSelector: object, port: number) =>
    policy({ podSelector, ingress: [{ ports: [{ port }] }] }, 'allow');
  const deny = policy(EVERY_POD, 'deny');
  const misspelled = { matchLabels: { app: 'shopp' } };
  expect(found(deployment(), service(), deny, allowing(misspelled, 8080))).toEqual([]);
  const egress = { policyTypes: ['Egress'], podSelector: misspelled };
  for (const other of [allowing(misspelled, 5432), policy(egress, 'allow')]) {
    expect(found(deployment(), service(), deny, other)).toEqual(reported('shop'));
  }
});
