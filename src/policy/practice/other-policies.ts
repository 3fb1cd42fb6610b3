import { appliedNamespaceOf, isKind, type PodTemplate } from '../../facts';
import { type LabelSelector, selectorMatches } from '../../values';

/** A pod as the policies of network plugins see it. */
interface SeenPod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly namespaceLabels: Readonly<Record<string, string>>;
}

/** Whether a policy of Cilium or Calico selects the pods of an object. What cannot be judged is taken as selecting them. */
export function selectedByNetworkPlugin(
  policy: any,
  object: object,
  { spec, metadata }: Pick<PodTemplate, 'spec' | 'metadata'>,
  objects: readonly any[],
): boolean {
  const isOfNamespace = isKind(policy, 'cilium.io/CiliumNetworkPolicy', ...calico('NetworkPolicy'));
  const namespace = appliedNamespaceOf(object);
  if (isOfNamespace && appliedNamespaceOf(policy) !== namespace) return false;
  const declared = objects.find((one) => isKind(one, 'Namespace') && one.metadata?.name === namespace);
  const pod: SeenPod = {
    namespace,
    labels: metadata.labels ?? {},
    serviceAccount: spec.serviceAccountName ?? 'default',
    namespaceLabels: { ...declared?.metadata?.labels, 'kubernetes.io/metadata.name': namespace },
  };
  if (isKind(policy, 'cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy')) {
    const specs: any[] = [policy.spec, ...(Array.isArray(policy.specs) ? policy.specs : [])];
    return specs.some((one) => ciliumSelects(one?.endpointSelector, pod));
  }
  if (isKind(policy, ...calico('NetworkPolicy'), ...calico('GlobalNetworkPolicy'))) {
    const { selector, namespaceSelector } = policy.spec ?? {};
    return calicoSelects(selector, calicoLabels(pod)) && calicoSelects(namespaceSelector, ofNamespace(pod));
  }
  return false;
}

function calico(kind: string): string[] {
  return [`projectcalico.org/${kind}`, `crd.projectcalico.org/${kind}`];
}

/** Labels that Cilium adds. @see https://docs.cilium.io/en/stable/security/policy/kubernetes/ */
function ciliumLabels({ labels, namespace, serviceAccount, namespaceLabels }: SeenPod): Record<string, string> {
  const ofNamespaces = Object.entries(namespaceLabels).map(([key, value]) => [
    `io.cilium.k8s.namespace.labels.${key}`,
    value,
  ]);
  return {
    ...labels,
    ...Object.fromEntries(ofNamespaces),
    'io.kubernetes.pod.namespace': namespace,
    'io.cilium.k8s.policy.serviceaccount': serviceAccount,
  };
}

/** Without an endpointSelector a policy is for nodes. Keys may begin with where labels come from: `k8s:app`. */
function ciliumSelects(selector: any, pod: SeenPod): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  const plain = (key: unknown) => String(key).replace(/^(k8s|any)[:.]/, '');
  const matchLabels = Object.fromEntries(
    Object.entries<string>(selector.matchLabels ?? {}).map(([key, value]) => [plain(key), value]),
  );
  const expressions: any[] = Array.isArray(selector.matchExpressions) ? selector.matchExpressions : [];
  const matchExpressions = expressions.map((one) => ({
    ...{ operator: one?.operator, key: plain(one?.key) },
    values: Array.isArray(one?.values) ? one.values : [],
  }));
  return selectorMatches({ matchLabels, matchExpressions } as LabelSelector, ciliumLabels(pod));
}

/** Labels that Calico adds. @see https://docs.tigera.io/calico/latest/network-policy/get-started/calico-policy/calico-policy-tutorial */
function calicoLabels({ labels, namespace, serviceAccount }: SeenPod): Record<string, string> {
  return {
    ...labels,
    'projectcalico.org/namespace': namespace,
    'projectcalico.org/orchestrator': 'k8s',
    'projectcalico.org/serviceaccount': serviceAccount,
  };
}

function ofNamespace({ namespace, namespaceLabels }: SeenPod): Record<string, string> {
  return { ...namespaceLabels, 'projectcalico.org/name': namespace };
}

const EQUALITY = /^([\w./-]+)\s*(==|!=)\s*(?:'([^']*)'|"([^"]*)")$/;
const PRESENCE = /^(!?)\s*has\(\s*([\w./-]+)\s*\)$/;

/** `app == 'shop' && has(tier)`; no selector is all. Other forms are not judged, and taken as matching. */
function calicoSelects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  if (typeof selector !== 'string' || selector.includes('||')) return true;
  return selector.split('&&').every((part) => {
    const [, key, operator, single, double] = EQUALITY.exec(part.trim()) ?? [];
    if (key !== undefined) return (labels[key] === (single ?? double)) === (operator === '==');
    const [, not, present] = PRESENCE.exec(part.trim()) ?? [];
    return present === undefined || Object.hasOwn(labels, present) === (not === '');
  });
}
