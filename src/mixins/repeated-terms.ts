import type { coreV1 } from '../kubernetes';
import { isSame } from './pod-containers';

/**
 * Drops anti-affinity terms that are there twice. cdk8s-plus adds those of `spread: true` again with each rendering, and a
 * pod with mixins is rendered once to be checked and once to be written; a second equal term says nothing.
 */
export function dropRepeatedTerms({ affinity }: coreV1.PodSpec): void {
  const antiAffinity = affinity?.podAntiAffinity;
  const terms = antiAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (antiAffinity === undefined || terms === undefined) return;
  antiAffinity.requiredDuringSchedulingIgnoredDuringExecution = terms.filter(
    (term, index) => terms.findIndex((earlier) => isSame(earlier, term)) === index,
  );
}
