/**
 * `npx tsx bench/admission.ts`: what the rehearsal of the apply costs beside all other checks, for 3,000 objects in 30 namespaces.
 * Both are measured in the same process, in turns; times are of the processor, the median.
 */
import { checkManifests } from '../src/check';
import { rehearsalFindings, type ToApply } from '../src/check/admission';
import { NEWEST_VERSION } from '../src/facts';
import { bundledCustomResources } from '../src/schema';
import { inspectObject } from '../src/validation';

const NAMESPACES = 30;
const OBJECTS = 3_000;
const RUNS = 7;

const labels = { app: 'shop' };
const container = {
  name: 'shop',
  image: 'ghcr.io/acme/shop:1.4.2',
  ports: [{ containerPort: 8080 }],
  env: [{ name: 'MODE', value: 'production' }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  readinessProbe: { httpGet: { path: '/healthz', port: 8080 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};
const podSpec = {
  securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [container],
};

/** What decides about the objects of a namespace. */
function surroundings(namespace: string): object[] {
  const metadata = { namespace };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    },
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { ...metadata, name: 'limits' },
      spec: { limits: [{ type: 'Container', max: { cpu: '1' }, default: { memory: '256Mi' } }] },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { ...metadata, name: 'quota' },
      spec: { hard: { pods: '1000', 'requests.cpu': '1000', 'limits.memory': '1000Gi', services: '1000' } },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...metadata, name: 'shop' } },
  ];
}

const POLICY = [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'replicas' },
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] },
        ],
      },
      validations: [{ expression: 'object.spec.replicas <= 5' }],
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'replicas' },
    spec: { policyName: 'replicas', validationActions: ['Deny'] },
  },
];

function application(namespace: string, index: number): object[] {
  const metadata = { name: `shop-${index}`, namespace, labels };
  const spec = { replicas: 2, selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec } };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { mode: 'production' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec },
  ];
}

/** What decides about the objects. */
const SURROUNDINGS = {
  'levels, accounts, limits, quotas and a policy': { ofCluster: POLICY, of: surroundings },
  'levels and accounts': {
    ofCluster: [],
    of: (namespace: string) => surroundings(namespace).filter(({ kind }: any) => !/Range|Quota/.test(kind)),
  },
};

function objects({ ofCluster, of }: (typeof SURROUNDINGS)[keyof typeof SURROUNDINGS]): object[] {
  const all: object[] = [...ofCluster];
  for (let index = 0; index < NAMESPACES; index++) all.push(...of(`team-${index}`));
  for (let index = 0; all.length < OBJECTS; index++) all.push(...application(`team-${index % NAMESPACES}`, index));
  return all;
}

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const customResources = bundledCustomResources();
const context = { versions: [NEWEST_VERSION], customResources };

for (const [what, around] of Object.entries(SURROUNDINGS)) {
  const all = objects(around);
  const toApply = all.map((object): ToApply => {
    const { decoded } = inspectObject(object, { kubernetesVersion: NEWEST_VERSION, customResources });
    return { object: decoded, refusedBy: new Set(), undecodableIn: new Set() };
  });
  const inputs = all.map((object) => ({ object }));
  const check = () => checkManifests(all, { crds: false });
  const rehearse = () => rehearsalFindings({ objects: toApply, inputs, options: {}, known: undefined }, context);
  if (check().some(({ category, severity }) => category === 'admission' && severity === 'error')) {
    throw new Error('the objects are meant to be admitted');
  }
  rehearse();
  const whole: number[] = [];
  const rehearsal: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    whole.push(milliseconds(check));
    rehearsal.push(milliseconds(rehearse));
  }
  const share = (100 * median(rehearsal)) / (median(whole) - median(rehearsal));
  process.stdout.write(
    `${all.length} objects with ${what}: all checks ${median(whole).toFixed(0)} ms, of them the rehearsal ${median(rehearsal).toFixed(0)} ms, ${share.toFixed(1)} % on top of the others\n`,
  );
}
