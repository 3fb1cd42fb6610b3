import { gatesOf } from '../../facts';
import { addAmounts, amountsOf, podAmounts, type Quantity } from '../../values';

/** What a pod with its defaults requests, or is limited to, in sum. */
export function podSums(spec: any, field: 'requests' | 'limits', minor: number): Map<string, Quantity> {
  return podAmounts(spec, {
    amountsIn: (resources) => amountsOf(resources[field]),
    hasPodLevel: gatesOf(minor).has('PodLevelResources'),
  });
}

/** The same with the overhead of the RuntimeClass, which counts for quotas: in limits only where there is one. */
export function podUsage(spec: any, field: 'requests' | 'limits', minor: number): Map<string, Quantity> {
  const amounts = podSums(spec, field, minor);
  const overhead = amountsOf(spec.overhead);
  if (field === 'requests') return addAmounts(amounts, overhead);
  return addAmounts(amounts, new Map([...overhead].filter(([name]) => amounts.has(name))));
}
