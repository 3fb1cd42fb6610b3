import { type CheckOptions, checkManifests, external } from '../../src/check';
import { readManifests } from '../../src/reading';
import { copyOf, expectSame } from './cold-run';

const objectsIn = (text: string) => readManifests(text, 'stack.yaml').flatMap(({ object }): any => object ?? []);
const rulesOf = (objects: readonly object[], options: CheckOptions = {}) =>
  checkManifests(copyOf(objects), options).map(({ rule }) => rule);

/** What decides about a finding and is neither the object nor one that it names, so that edits at random hardly meet it. */
const DECIDING: readonly (readonly [what: string, rule: string, before: string, after: string, stack: string])[] = [
  [
    'labels of a pod that a Service selects',
    'connection-denied',
    'labels: {app: other}',
    'labels: {app: shop}',
    `
apiVersion: v1
kind: Service
metadata: {name: shop, namespace: shop}
spec: {selector: {app: shop}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: shop, namespace: shop, labels: {app: other}}
spec: {containers: [{name: shop, image: shop}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: clients}
spec: {containers: [{name: client, image: client, env: [{name: SHOP_URL, value: 'http://shop.shop:80'}]}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: shop, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}
`,
  ],
  [
    'a reference to a second namespace, one of which is that of objects without any',
    'subject-unknown',
    'namespace: shop, name: hook',
    'namespace: hooks, name: hook',
    `
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, namespace: shop, name: web}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks:
  - name: hook.example.com
    clientConfig: {service: {namespace: shop, name: hook}}
    sideEffects: None
    admissionReviewVersions: [v1]
`,
  ],
];

test.each(DECIDING)('%s', (_, rule, before, after, stack) => {
  const [fine, wrong] = [objectsIn(stack), objectsIn(stack.replace(before, after))];
  expect(rulesOf(fine)).not.toContain(rule);
  expect(rulesOf(wrong)).toContain(rule);
  for (const objects of [fine, wrong, fine]) expectSame(objects, {}, rule);
});

test('objects that are declared as external', () => {
  const pod = objectsIn(`
apiVersion: v1
kind: Pod
metadata: {name: shop, namespace: shop}
spec:
  containers:
    - name: shop
      image: shop
      env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]
`);
  const [right, other] = ['password', 'user'].map(
    (key): CheckOptions => ({ external: [external.secret('db', { namespace: 'shop', keys: [key] })] }),
  );
  expect(rulesOf(pod, right)).not.toContain('configuration-unknown');
  expect(rulesOf(pod, other)).toContain('configuration-unknown');
  for (const options of [right!, other!, right!]) expectSame(pod, options, options);
});
