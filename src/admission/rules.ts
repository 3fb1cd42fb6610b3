import type { Rule } from '../findings';
import {
  account,
  autoscaler,
  bound,
  boundMutation,
  claim,
  container,
  deployment,
  limitRange,
  named,
  namespace,
  pod,
  priorityClass,
  quota,
  runtimeClass,
  service,
  webhook,
} from './examples';

/** A rule about an object and what was applied before it; both examples are several objects in the order of their application. */
export interface AdmissionRule extends Rule {
  readonly id: string;
  readonly hint: string;
  readonly refused: readonly object[];
  readonly accepted: readonly object[];
}

const small = container({ resources: { requests: { cpu: '100m' }, limits: { cpu: '200m' } } });
const large = container({ resources: { requests: { cpu: '100m' }, limits: { cpu: '2' } } });
const HELM = { annotations: { 'meta.helm.sh/release-name': 'shop' } };
const PLUGINS = 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/';

const RULES: readonly AdmissionRule[] = [
  {
    id: 'admission-namespace',
    why: 'An object can only be created in a namespace that exists. With the option cluster: empty, namespaces are those of the objects applied before, and those of every new cluster.',
    hint: 'add the Namespace before the object, or remove the option cluster when the cluster has it',
    source: `NamespaceLifecycle (${PLUGINS}#namespacelifecycle)`,
    refused: [account()],
    accepted: [namespace({}), account()],
  },
  {
    id: 'admission-pod-security',
    why: 'The label pod-security.kubernetes.io/enforce of the namespace sets the Pod Security Standard that its pods must meet. The server refuses a pod that violates it.',
    hint: 'change the pod as the message says, or the level of the namespace',
    source: `PodSecurity (${PLUGINS}#podsecurity)`,
    refused: [namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }), pod({ hostNetwork: true })],
    accepted: [namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }), pod({})],
  },
  {
    id: 'admission-pod-security-warning',
    severity: 'warning',
    why: 'The namespace warns of pods that violate the level of its label pod-security.kubernetes.io/warn, or the level that it enforces. The server accepts a workload with such pods. For a Namespace of the input the rules pod-security-… report the fields instead.',
    hint: 'change the pod as the message says, or the level of the namespace',
    source: `PodSecurity (${PLUGINS}#podsecurity)`,
    refused: [namespace({ 'pod-security.kubernetes.io/warn': 'baseline' }), pod({ hostNetwork: true })],
    accepted: [namespace({ 'pod-security.kubernetes.io/warn': 'baseline' }), pod({})],
  },
  {
    id: 'admission-limit-range',
    why: 'A LimitRange of the namespace sets minimum, maximum and ratio for what containers, pods and claims request, and writes defaults into containers that set none. The server refuses what does not meet it.',
    hint: 'change the requests and limits, or the LimitRange',
    source: `LimitRanger (${PLUGINS}#limitranger)`,
    refused: [limitRange({ max: { cpu: '1' } }), pod({ containers: [large] })],
    accepted: [limitRange({ max: { cpu: '1' } }), pod({ containers: [small] })],
  },
  {
    id: 'admission-limit-range-conflict',
    severity: 'warning',
    why: 'Two LimitRanges of a namespace set a default for the same resource of containers. The server goes through them in no order, so that a container gets one or the other.',
    hint: 'set each default in one LimitRange',
    source: `LimitRanger (${PLUGINS}#limitranger)`,
    refused: [
      limitRange({ defaultRequest: { cpu: '1' } }),
      named('more', limitRange({ defaultRequest: { cpu: '2' } })),
    ],
    accepted: [
      limitRange({ defaultRequest: { cpu: '1' } }),
      named('more', limitRange({ defaultRequest: { memory: '1Gi' } })),
    ],
  },
  {
    id: 'admission-resource-quota',
    why: 'A ResourceQuota of the namespace limits what all its objects use together. One that limits cpu or memory also requires every container to set them.',
    hint: 'request less, set what the message names, or raise the quota',
    source: `ResourceQuota (${PLUGINS}#resourcequota)`,
    refused: [quota({ persistentvolumeclaims: '0' }), claim()],
    accepted: [quota({ persistentvolumeclaims: '1' }), claim()],
  },
  {
    id: 'admission-service-account',
    why: 'A pod runs as a ServiceAccount of its namespace, which must exist before the pod. One with the annotation kubernetes.io/enforce-mountable-secrets lists the Secrets that its pods may use.',
    hint: 'add the ServiceAccount before the pod, or correct its name',
    source: `ServiceAccount (${PLUGINS}#serviceaccount)`,
    refused: [namespace({}), pod({ serviceAccountName: 'shop' })],
    accepted: [namespace({}), account(), pod({ serviceAccountName: 'shop' })],
  },
  {
    id: 'admission-priority',
    why: 'The priority of a pod comes from its PriorityClass, so a pod cannot set another one. Only one class can be the default.',
    hint: 'add the PriorityClass, or correct its name; remove priority and preemptionPolicy from the pod, or globalDefault from one of the classes',
    source: `Priority (${PLUGINS}#priority)`,
    refused: [priorityClass(), pod({ priorityClassName: 'high', priority: 5 })],
    accepted: [priorityClass(), pod({ priorityClassName: 'high' })],
  },
  {
    id: 'admission-runtime-class',
    why: 'The RuntimeClass of a pod sets its overhead and may require a node selector. A pod that sets something else is refused.',
    hint: 'add the RuntimeClass, or correct its name; if it exists, remove the field from the pod',
    source: `RuntimeClass (${PLUGINS}#runtimeclass)`,
    refused: [runtimeClass(), pod({ runtimeClassName: 'gvisor', nodeSelector: { sandbox: 'off' } })],
    accepted: [runtimeClass(), pod({ runtimeClassName: 'gvisor', nodeSelector: { sandbox: 'on' } })],
  },
  {
    id: 'admission-allocated',
    why: 'A node port, and an address of a Service, belongs to one Service of the cluster. The server refuses another one that asks for it.',
    hint: 'use another one, or remove the field to get a free one',
    source: 'https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-port',
    refused: [service('shop', 30080), service('blog', 30080)],
    accepted: [service('shop', 30081), service('blog', 30082)],
  },
  {
    id: 'admission-policy',
    why: 'A ValidatingAdmissionPolicy that is bound with the action Deny refuses objects for which one of its expressions is not true.',
    hint: 'change the object as the message says, or the policy',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    refused: [...bound('Deny'), deployment({ replicas: 7 })],
    accepted: [...bound('Deny'), deployment({ replicas: 5 })],
  },
  {
    id: 'admission-policy-warning',
    severity: 'warning',
    why: 'A ValidatingAdmissionPolicy that is bound with the action Warn answers with a warning for objects for which one of its expressions is not true.',
    hint: 'change the object as the message says, or the policy',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    refused: [...bound('Warn'), deployment({ replicas: 7 })],
    accepted: [...bound('Warn'), deployment({ replicas: 5 })],
  },
  {
    id: 'admission-mutation',
    why: 'A MutatingAdmissionPolicy that is bound changes the objects that it matches. The server refuses an object when a change cannot be made, or makes it invalid.',
    hint: 'change the policy, or the object so that the policy can change it',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/',
    refused: [...boundMutation("[JSONPatch{op: 'replace', path: '/spec/replicas', value: -1}]"), deployment({})],
    accepted: [...boundMutation("[JSONPatch{op: 'replace', path: '/spec/replicas', value: 2}]"), deployment({})],
  },
  {
    id: 'admission-policy-undecided',
    severity: 'warning',
    why: 'An expression of the policy asks for something that only a running server knows, such as the user who applies the object. The warning shows that the policy was not checked.',
    hint: 'try the object on a server: kubectl apply --dry-run=server',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    refused: [...bound('Deny', 'request.userInfo.username == "ci"'), deployment({})],
    accepted: [...bound('Deny', 'object.spec.replicas > 0'), deployment({})],
  },
  {
    id: 'admission-owned',
    severity: 'warning',
    why: 'An object of that name is in the cluster, and a controller or a Helm release owns it. The apply changes it, and its owner may change it back.',
    hint: 'use another name, or change the object where it comes from',
    source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/',
    refused: [
      { ...service('shop', 30080), metadata: { ...HELM, name: 'shop', namespace: 'shop' } },
      service('shop', 30080),
    ],
    accepted: [service('shop', 30080), service('blog', 30081)],
  },
  {
    id: 'admission-not-judged',
    severity: 'note',
    why: 'Webhooks, and the policies of Kyverno and Gatekeeper, are run by programs of the cluster. What they would answer is not judged.',
    hint: 'try the objects on a cluster that has them: kubectl apply --dry-run=server',
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    refused: [namespace({}), webhook()],
    accepted: [namespace({})],
  },
  {
    id: 'claim-never-bound',
    why: 'A snapshot of the cluster shows that no StorageClass provisions a volume for the claim, and no PersistentVolume fits it. The claim stays Pending, and so do its pods.',
    hint: 'use a StorageClass of the cluster, or add a PersistentVolume that fits',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
    refused: [claim()],
    accepted: [namespace({})],
  },
  {
    id: 'pods-never-created',
    why: 'The server accepts the workload, and refuses each pod that its controller tries to create: the workload stays without pods. Pods must meet the level, the LimitRanges, quotas and policies of their namespace.',
    hint: 'change the pod template as the message says',
    source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#workload-resources-and-pod-templates',
    refused: [namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }), deployment({}, { hostNetwork: true })],
    accepted: [namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' }), deployment({})],
  },
  {
    id: 'pods-exceed-quota',
    why: 'The quota of the namespace has no space for all pods of this and the other workloads: the server accepts the workload and refuses some of its pods.',
    hint: 'reduce the replicas or the requests, or raise the quota',
    source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    refused: [quota({ pods: '1' }), deployment({ replicas: 2 })],
    accepted: [quota({ pods: '3' }), deployment({ replicas: 2 })],
  },
  {
    id: 'rollout-exceeds-quota',
    severity: 'warning',
    why: 'A rolling update that may not miss a pod starts a new one before it stops an old one. When the quota has no space for it, the first update waits forever, with the pods of before running.',
    hint: 'leave space in the quota for one pod more, or set maxUnavailable of the rolling update to 1',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable',
    refused: [quota({ pods: '2' }), deployment({ replicas: 2 })],
    accepted: [
      quota({ pods: '2' }),
      deployment({ replicas: 2, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }),
    ],
  },
  {
    id: 'autoscaler-exceeds-quota',
    severity: 'warning',
    why: 'The quota of the namespace has space for the replicas of the workload, and not for all that its autoscaler may ask for: under load, pods are missing.',
    hint: 'reduce maxReplicas, or raise the quota',
    source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    refused: [quota({ pods: '3' }), deployment({}), autoscaler(4)],
    accepted: [quota({ pods: '4' }), deployment({}), autoscaler(4)],
  },
];

/** Rules of admission by their ids. */
export const ADMISSION_RULES: Readonly<Record<string, AdmissionRule>> = Object.fromEntries(
  RULES.map((rule) => [rule.id, rule]),
);
