import { isEmptySelector, isLabelSelector } from '../../values';
import { customList } from '../input/placed';

/** A selector of endpoints as one of pods and one of their namespaces. */
export interface EndpointSelector {
  readonly selector: any;
  /** As a `namespaceSelector`; undefined for the namespace of the policy. */
  readonly namespaces?: any;
}

const NAMESPACE = 'io.kubernetes.pod.namespace';
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';

/**
 * Takes a selector of a CiliumNetworkPolicy apart: its labels have prefixes for where they come from, and some are about the namespace.
 * Undefined for what is not about pods of Kubernetes and their labels.
 *
 * @see https://docs.cilium.io/en/latest/policy/kubernetes/
 * @see https://docs.cilium.io/en/stable/gettingstarted/terminology/#label-source
 */
export function endpointSelector(value: any): EndpointSelector | undefined {
  if (!isLabelSelector(value)) return undefined;
  const own = { matchLabels: {} as Record<string, string>, matchExpressions: [] as any[] };
  const others = { matchLabels: {} as Record<string, string>, matchExpressions: [] as any[] };
  for (const [label, wanted] of Object.entries<any>(Object(value?.matchLabels))) {
    const place = placeOf(label);
    if (place === undefined) return undefined;
    (place.isOfNamespace ? others : own).matchLabels[place.key] = wanted;
  }
  for (const expression of customList(value?.matchExpressions)) {
    const place = placeOf(String(expression?.key));
    if (place === undefined) return undefined;
    (place.isOfNamespace ? others : own).matchExpressions.push({ ...expression, key: place.key });
  }
  return { selector: own, ...(!isEmptySelector(others) && { namespaces: others }) };
}

/** The label of a pod, or of its namespace, that is meant. */
function placeOf(label: string): { readonly key: string; readonly isOfNamespace: boolean } | undefined {
  const key = label.replace(/^(?:k8s|any):/, '');
  if (key === NAMESPACE) return { key: 'kubernetes.io/metadata.name', isOfNamespace: true };
  if (key.startsWith(NAMESPACE_LABELS)) return { key: key.slice(NAMESPACE_LABELS.length), isOfNamespace: true };
  return key.includes(':') || key.startsWith('io.cilium.') ? undefined : { key, isOfNamespace: false };
}
