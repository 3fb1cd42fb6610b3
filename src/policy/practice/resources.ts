import { containersOf } from '../../facts';
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
  check: ({ pod }, report) => {
    for (const { container, field } of pod === undefined ? [] : containersOf(pod.spec)) {
      const { requests, limits } = container.resources ?? {};
      const missing = [
        ...(isUnset(requests?.cpu) && isUnset(limits?.cpu) ? ['cpu request'] : []),
        ...(isUnset(requests?.memory) && isUnset(limits?.memory) ? ['memory request'] : []),
        ...(isUnset(limits?.memory) ? ['memory limit'] : []),
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
