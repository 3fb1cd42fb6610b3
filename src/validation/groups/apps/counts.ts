import { MUST_NOT_BE_NEGATIVE } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { deployment } from './examples';

const COUNTS: Readonly<Record<string, readonly string[]>> = {
  'io.k8s.api.apps.v1.DeploymentSpec': [
    'replicas',
    'minReadySeconds',
    'revisionHistoryLimit',
    'progressDeadlineSeconds',
  ],
  'io.k8s.api.apps.v1.ReplicaSetSpec': ['replicas', 'minReadySeconds'],
  'io.k8s.api.apps.v1.StatefulSetSpec': ['replicas', 'minReadySeconds'],
  'io.k8s.api.apps.v1.StatefulSetOrdinals': ['start'],
  'io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy': ['partition'],
  'io.k8s.api.apps.v1.DaemonSetSpec': ['minReadySeconds', 'revisionHistoryLimit'],
  'io.k8s.api.apps.v1.ControllerRevision': ['revision'],
};

/** Counts and times of workloads. */
export const workloadCountRules = rules(
  Object.keys(COUNTS),
  {
    'workload-count-negative': {
      reason: 'FieldValueInvalid',
      message: MUST_NOT_BE_NEGATIVE,
      why: 'Numbers of pods, of revisions and of seconds are 0 or more.',
      source: 'ValidateNonnegativeField as called in pkg/apis/apps/validation',
      refused: deployment({ replicas: -1 }),
      accepted: deployment({ replicas: 0 }),
    },
    'deployment-progress-deadline': {
      reason: 'FieldValueInvalid',
      message: 'must be greater than minReadySeconds',
      why: 'A new pod counts as progress only after it was ready for minReadySeconds, so a shorter deadline would call every rollout a failure. Raise progressDeadlineSeconds (600 when it is absent) or lower minReadySeconds.',
      source: 'ValidateDeploymentSpec (pkg/apis/apps/validation)',
      refused: deployment({ minReadySeconds: 600 }),
      accepted: deployment({ minReadySeconds: 600, progressDeadlineSeconds: 601 }),
    },
  },
  (node, report) => {
    const { atLeast } = fieldChecks(report);
    for (const field of COUNTS[node.definition]!) {
      atLeast('workload-count-negative', field, node.value[field], 0);
    }
    if (node.value.progressDeadlineSeconds <= (node.value.minReadySeconds ?? 0)) {
      report('deployment-progress-deadline', 'progressDeadlineSeconds');
    }
  },
);
