import type { coreV1 } from '../kubernetes';
import { isSame } from './pod-containers';

/**
 * Drops duplicate anti-affinity terms. cdk8s-plus adds those of `spread: true` again with each rendering, and a
 * pod with mixins is rendered once to check it and once to write it; an equal second term has no effect.
 */
export function dropRepeatedTerms({ affinity }: coreV1.PodSpec): void {
  const antiAffinity = affinity?.podAntiAffinity;
  const terms = antiAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (antiAffinity === undefined || terms === undefined) return;
  antiAffinity.requiredDuringSchedulingIgnoredDuringExecution = terms.filter(
    (term, index) => terms.findIndex((earlier) => isSame(earlier, term)) === index,
  );
}
