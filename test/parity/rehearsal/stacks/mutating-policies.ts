import type { Random } from '../../random';

const PODS = { group: '', resources: ['pods'] };
const DEPLOYMENTS = { group: 'apps', resources: ['deployments'] };

const patch = (expression: string) => ({ patchType: 'JSONPatch', jsonPatch: { expression } });
const apply = (expression: string) => ({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } });

/** Mutations some of which make objects valid that were not, or the other way round, or cannot be made. */
const MUTATIONS = [
  { ...PODS, mutation: apply('Object{metadata: Object.metadata{labels: {"app": "x"}}}') },
  { ...PODS, mutation: apply('Object{spec: Object.spec{hostNetwork: false, hostPID: false}}') },
  {
    ...PODS,
    mutation: apply(`Object{spec: Object.spec{securityContext: Object.spec.securityContext{
      runAsNonRoot: true, seccompProfile: Object.spec.securityContext.seccompProfile{type: "RuntimeDefault"}}}}`),
  },
  {
    ...PODS,
    mutation: apply(`Object{spec: Object.spec{containers: object.spec.containers.map(c, Object.spec.containers{
      name: c.name, resources: Object.spec.containers.resources{requests: {"cpu": "50m", "memory": "32Mi"}}})}}`),
  },
  {
    ...PODS,
    mutation: apply('Object{spec: Object.spec{containers: [Object.spec.containers{name: "c0", args: ["a"]}]}}'),
  },
  {
    ...PODS,
    mutation: patch(
      "[JSONPatch{op: 'add', path: '/spec/containers/0/image', value: object.spec.containers[0].image + '-x'}]",
    ),
  },
  { ...PODS, mutation: patch("[JSONPatch{op: 'remove', path: '/spec/nodeSelector'}]") },
  {
    ...PODS,
    mutation: patch(
      "[JSONPatch{op: 'test', path: '/metadata/labels/app', value: 'x'}, JSONPatch{op: 'replace', path: '/spec/hostPID', value: true}]",
    ),
  },
  { ...PODS, mutation: patch("[JSONPatch{op: 'add', path: '/spec/priorityClassName', value: 'missing'}]") },
  {
    ...DEPLOYMENTS,
    mutation: patch(
      "[JSONPatch{op: 'replace', path: '/spec/replicas', value: object.spec.replicas > 3 ? 3 : object.spec.replicas}]",
    ),
  },
  {
    ...DEPLOYMENTS,
    mutation: patch("[JSONPatch{op: 'replace', path: '/spec/replicas', value: 2 - object.spec.replicas}]"),
  },
  { ...DEPLOYMENTS, mutation: apply('Object{spec: Object.spec{replicas: object.spec.missing}}') },
];

/** A policy that changes objects of the namespace, and its binding. */
export function mutatingPolicy(random: Random, namespace: string, id: string): object[] {
  const { group, resources, mutation } = random.pick(MUTATIONS);
  const name = `mutation-${id}`;
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingAdmissionPolicy',
      metadata: { name },
      spec: {
        failurePolicy: random.pick(['Fail', 'Fail', 'Ignore']),
        reinvocationPolicy: random.pick(['Never', 'IfNeeded']),
        matchConstraints: {
          resourceRules: [
            { scope: 'Namespaced', apiGroups: [group], apiVersions: ['*'], operations: ['CREATE'], resources },
          ],
        },
        ...(random.chance(0.2) && {
          matchConditions: [{ name: 'not-two', expression: "object.metadata.name != 'object-2'" }],
        }),
        mutations: [mutation],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
      },
    },
  ];
}
