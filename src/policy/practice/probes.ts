import { runsForever } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** A container with ports needs a readiness and a liveness probe. */
export const probesUnset: PracticeRule = {
  id: 'probes-unset',
  message: 'container {name} has no {missing}',
  why: 'Without a readiness probe traffic is sent to a container that is not ready, and without a liveness probe a container that hangs is not restarted.',
  hint: 'add the probe, for example httpGet on an inexpensive path',
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  refused: deploymentWith({}, { livenessProbe: undefined }),
  accepted: deploymentWith({}),
  check: ({ object, pod }, report) => {
    const endless = pod !== undefined && runsForever(object) && (pod.spec.restartPolicy ?? 'Always') === 'Always';
    const containers: any[] = endless ? (pod.spec.containers ?? []) : [];
    for (const [index, container] of containers.entries()) {
      const missing = ['livenessProbe', 'readinessProbe'].filter((probe) => container?.[probe] === undefined);
      if (missing.length > 0) {
        report(`${pod?.specPath}.containers[${index}]`, { name: container?.name, missing: missing.join(' and no ') });
      }
    }
  },
};
