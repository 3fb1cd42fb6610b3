import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

const LONG_RUNNING = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Pod']);

/** A container that serves says when it is ready and when it is stuck. */
export const probesUnset: PracticeRule = {
  id: 'probes-unset',
  message: 'container {name} has no {missing}',
  why: 'Without a readiness probe traffic reaches a container that can not answer yet, and without a liveness probe one that hangs is never restarted.',
  hint: 'add the probe, for instance httpGet on a path that is cheap to answer',
  source: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  refused: deploymentWith({}, { livenessProbe: undefined }),
  accepted: deploymentWith({}),
  check: ({ object, pod }, report) => {
    const endless =
      pod !== undefined && LONG_RUNNING.has(object.kind) && (pod.spec.restartPolicy ?? 'Always') === 'Always';
    const containers: any[] = endless ? (pod.spec.containers ?? []) : [];
    for (const [index, container] of containers.entries()) {
      const missing = ['livenessProbe', 'readinessProbe'].filter((probe) => container?.[probe] === undefined);
      if (missing.length > 0) {
        report(`${pod?.specPath}.containers[${index}]`, { name: container?.name, missing: missing.join(' and no ') });
      }
    }
  },
};
