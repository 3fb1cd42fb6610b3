import { appliedNamespaceOf, containersOf, isKind } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** Every container needs resource requests and a memory limit. */
export const resourcesUnset: PracticeRule = {
  id: 'resources-unset',
  message: 'container {name} sets no {missing}',
  why: 'Without requests the scheduler can overcommit a node, and without a memory limit one memory leak can take down the node.',
  hint: 'set resources.requests.cpu, resources.requests.memory and resources.limits.memory',
  source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  refused: deploymentWith({}, { resources: undefined }),
  accepted: deploymentWith({}),
  check: ({ object, pod, objects }, report) => {
    const defaults = pod === undefined ? NO_DEFAULTS : defaultsIn(appliedNamespaceOf(object), objects);
    for (const { container, field } of pod === undefined ? [] : containersOf(pod.spec)) {
      const requests = { ...defaults.requests, ...set(container.resources?.requests) };
      const limits = { ...defaults.limits, ...set(container.resources?.limits) };
      const missing = [
        ...(isUnset(requests.cpu) && isUnset(limits.cpu) ? ['cpu request'] : []),
        ...(isUnset(requests.memory) && isUnset(limits.memory) ? ['memory request'] : []),
        ...(isUnset(limits.memory) ? ['memory limit'] : []),
      ];
      if (missing.length > 0) {
        report(`${pod?.specPath}.${field}.resources`, { name: container.name, missing: missing.join(', ') });
      }
    }
  },
};

/** The server reads null as 0, which requests and limits nothing. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '0';
}

interface Defaults {
  readonly requests: Readonly<Record<string, unknown>>;
  readonly limits: Readonly<Record<string, unknown>>;
}

const NO_DEFAULTS: Defaults = { requests: {}, limits: {} };

/** What the LimitRanges of a namespace set in containers; a manifest of one has not been defaulted (SetDefaults_LimitRangeItem). */
function defaultsIn(namespace: string, objects: readonly any[]): Defaults {
  return objects
    .filter((one) => isKind(one, 'LimitRange') && appliedNamespaceOf(one) === namespace)
    .flatMap(({ spec }): any[] => spec?.limits ?? [])
    .filter((item) => item?.type === 'Container')
    .reduce<Defaults>(({ requests, limits }, item) => {
      const own = { ...set(item.max), ...set(item.default) };
      return {
        requests: { ...requests, ...set(item.min), ...own, ...set(item.defaultRequest) },
        limits: { ...limits, ...own },
      };
    }, NO_DEFAULTS);
}

/** Amounts without nulls, which would hide a default. */
function set(amounts: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(amounts ?? {}).filter(([, amount]) => amount !== null));
}
