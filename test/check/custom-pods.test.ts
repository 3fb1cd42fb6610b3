import { checkManifests } from '../../src/check';
import type { Finding } from '../../src/findings';
import { checkPolicy } from '../../src/policy';
import { checkRuntime } from '../../src/runtime';
import { bundledCustomResources } from '../../src/schema';

const labels = { app: 'web' };
const template = (container: object, spec: object = {}) => ({
  metadata: { labels },
  spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1.0.0', ...container }], ...spec },
});
const metadata = { name: 'web', namespace: 'shop' };
const KINDS: Readonly<Record<string, (pod: any) => any>> = {
  Deployment: (pod) => ({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata },
    spec: { selector: { matchLabels: labels }, template: pod },
  }),
  Rollout: (pod) => ({
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata },
    spec: { selector: { matchLabels: labels }, strategy: { canary: {} }, template: pod },
  }),
  CloneSet: (pod) => ({
    ...{ apiVersion: 'apps.kruise.io/v1alpha1', kind: 'CloneSet', metadata },
    spec: { selector: { matchLabels: labels }, updateStrategy: { type: 'InPlaceIfPossible' }, template: pod },
  }),
  ScaledJob: (pod) => ({
    ...{ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob', metadata },
    spec: {
      jobTargetRef: { template: { ...pod, spec: { restartPolicy: 'Never', ...pod.spec } } },
      triggers: [{ type: 'kafka', metadata: { topic: 'orders' } }],
    },
  }),
};
const lines = (object: object, options: Parameters<typeof checkManifests>[1] = {}) =>
  checkManifests([object], { allowKinds: Object.keys(KINDS), customResources: bundledCustomResources(), ...options })
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule, path }) => `${severity} ${rule} ${path.replace(/^.*template\.spec\./, '')}`);
const port = { ports: [{ name: 'http', containerPort: 8080 }] };
const volumes = [{ name: 'data', emptyDir: {} }];
const mount = (fields: object) => ({ volumeMounts: [{ name: 'data', mountPath: '/data', ...fields }] });

const FAULTS: readonly (readonly [fault: string, faulty: any, fixed: any, line: string])[] = [
  [
    'a mount without a volume',
    template(mount({}), { volumes: [{ name: 'date', emptyDir: {} }] }),
    template(mount({}), { volumes }),
    'error mount-volume-unknown containers[0].volumeMounts[0].name',
  ],
  [
    'two mounts at one path',
    template({ volumeMounts: [...mount({}).volumeMounts, ...mount({ subPath: 'a' }).volumeMounts] }, { volumes }),
    template(
      { volumeMounts: [...mount({}).volumeMounts, ...mount({ mountPath: '/a', subPath: 'a' }).volumeMounts] },
      { volumes },
    ),
    'error mount-path containers[0].volumeMounts[1].mountPath',
  ],
  [
    'the port of a probe',
    template({ ...port, readinessProbe: { tcpSocket: { port: 'web' } } }),
    template({ ...port, readinessProbe: { tcpSocket: { port: 'http' } } }),
    'error probe-port-undeclared containers[0].readinessProbe.tcpSocket.port',
  ],
  [
    'the port of a hook',
    template({ ...port, lifecycle: { preStop: { httpGet: { path: '/', port: 'web' } } } }),
    template({ ...port, lifecycle: { preStop: { httpGet: { path: '/', port: 'http' } } } }),
    'error probe-port-undeclared containers[0].lifecycle.preStop.httpGet.port',
  ],
  [
    'a variable that is declared later',
    template({
      env: [
        { name: 'URL', value: 'http://$(HOST)' },
        { name: 'HOST', value: 'db' },
      ],
    }),
    template({
      env: [
        { name: 'HOST', value: 'db' },
        { name: 'URL', value: 'http://$(HOST)' },
      ],
    }),
    'error variable-unresolved containers[0].env[0].value',
  ],
  [
    'a variable of subPathExpr',
    template(mount({ subPathExpr: '$(POD)' }), { volumes }),
    template({ ...mount({ subPathExpr: '$(POD)' }), env: [{ name: 'POD', value: 'web-0' }] }, { volumes }),
    'error sub-path-variable-missing containers[0].volumeMounts[0].subPathExpr',
  ],
  [
    'a port of the node that is another one',
    template({ ports: [{ containerPort: 8080, hostPort: 8081 }] }, { hostNetwork: true }),
    template({ ports: [{ containerPort: 8080, hostPort: 8080 }] }, { hostNetwork: true }),
    'error host-port-mismatch containers[0].ports[0].hostPort',
  ],
];

describe.each(Object.keys(KINDS))('pods of a %s', (kind) => {
  test.each(FAULTS)('%s', (_, faulty, fixed, line) => {
    expect(lines(KINDS[kind]!(faulty))).toEqual([line]);
    expect(lines(KINDS[kind]!(fixed))).toEqual([]);
  });

  test('pass the Pod Security Standards', () => {
    const found = lines(KINDS[kind]!(template({ securityContext: { privileged: true } })), { podSecurity: 'baseline' });
    expect(found).toEqual(['error pod-security-privileged containers[0].securityContext.privileged']);
  });
});

const [mountOf] = FAULTS[0]!.slice(1);

test('what the server answers to the operator is about the custom resource', () => {
  const [finding] = checkManifests([KINDS.ScaledJob!(mountOf)], { allowKinds: ['ScaledJob'] }).filter(
    ({ rule }) => rule === 'mount-volume-unknown',
  );
  expect(finding).toMatchObject({
    category: 'runtime',
    apiVersion: 'keda.sh/v1alpha1',
    ...{ kind: 'ScaledJob', name: 'web', namespace: 'shop' },
    path: 'spec.jobTargetRef.template.spec.containers[0].volumeMounts[0].name',
    value: 'data',
  });
  expect(lines(KINDS.ScaledJob!(mountOf), { runtime: false })).toEqual([]);
});

test('volumes of claim templates can be mounted', () => {
  const set = KINDS.CloneSet!(template(mount({})));
  const volumeClaimTemplates = [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ];
  expect(lines({ ...set, spec: { ...set.spec, volumeClaimTemplates } })).toEqual([]);
});

test('an operator may complete the template of another kind', () => {
  const service = {
    ...{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata },
    spec: { template: { spec: { containers: [{ image: 'ghcr.io/acme/web:1.0.0', ...mount({}) }] } } },
  };
  expect(lines(service, { allowKinds: ['serving.knative.dev/v1/Service'] })).toEqual([]);
});

describe('checks that are called directly', () => {
  const faulty = template({
    ...port,
    securityContext: { privileged: true },
    readinessProbe: { tcpSocket: { port: 'x' } },
  });
  const at = ({ kind, path, rule }: Finding) => `${kind} ${rule} ${path}`;

  test.each(Object.entries(KINDS))('%s', (kind, of) => {
    const path = kind === 'ScaledJob' ? 'spec.jobTargetRef.template.spec' : 'spec.template.spec';
    const container = `${path}.containers[0]`;
    expect(checkRuntime([of(faulty)]).map(at)).toContain(
      `${kind} probe-port-undeclared ${container}.readinessProbe.tcpSocket.port`,
    );
    expect(checkPolicy([of(faulty)], { podSecurity: 'baseline' }).map(at)).toEqual([
      `${kind} pod-security-privileged ${container}.securityContext.privileged`,
    ]);
  });

  test('values that are not objects', () => {
    expect(checkRuntime([undefined, null, 'text', {}])).toEqual([]);
    expect(checkPolicy([undefined, null, 'text', {}], { podSecurity: 'restricted' })).toEqual([]);
  });
});
