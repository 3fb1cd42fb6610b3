import { isEmptySelector } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Workload } from '../input/placed';

export const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** A required term to be beside other pods or apart from them, with the workloads of the input that it selects. */
export interface RequiredTerm {
  readonly value: any;
  readonly field: string;
  readonly pods: ReadonlySet<Workload>;
  /** Whether it selects pods that are not of the input, or only some of a workload. */
  readonly isOpen: boolean;
}

export function requiredTerms({ object, pod }: Workload, type: string, cluster: Cluster): RequiredTerm[] {
  const own = namespaceOf(object);
  return valuesAt(pod.spec, `affinity.${type}.${REQUIRED}[]`, pod.specPath).map(({ value, field }) => {
    const { labelSelector, namespaces, namespaceSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = value ?? {};
    const among = namespacesOf(namespaces, namespaceSelector, own, cluster);
    const isProduced = among.some((name) => cluster.produced.mayBeSelected(name, labelSelector));
    const isOfKeys = [...matchLabelKeys, ...mismatchLabelKeys].length > 0;
    const isOpen = isProduced || isOfKeys || isEmptySelector(labelSelector ?? {});
    const pods = new Set(isOpen ? [] : among.flatMap((name) => cluster.selected(name, labelSelector)));
    return { value, field, pods, isOpen };
  });
}

/** The namespaces in which a term selects. */
export function namespacesOf(
  names: string[] | undefined,
  selector: any,
  own: string,
  cluster: Cluster,
): readonly string[] {
  if ((names ?? []).length === 0 && selector === undefined) return [own];
  return [...(names ?? []), ...(selector === undefined ? [] : cluster.namespacesSelected(selector, own))];
}
