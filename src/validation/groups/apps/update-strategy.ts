import { rules } from '../../rule';
import { daemonSet, deployment, statefulSet } from './examples';

const source =
  'ValidateDeploymentStrategy, ValidateDaemonSetUpdateStrategy, ValidateStatefulSetSpec (pkg/apis/apps/validation)';

/** How a workload replaces its pods. */
export const updateStrategyRules = rules(
  [
    'io.k8s.api.apps.v1.DeploymentStrategy',
    'io.k8s.api.apps.v1.DaemonSetUpdateStrategy',
    'io.k8s.api.apps.v1.StatefulSetUpdateStrategy',
  ],
  {
    'deployment-strategy-type': {
      reason: 'FieldValueNotSupported',
      supported: ['Recreate', 'RollingUpdate'],
      why: 'A Deployment replaces its pods gradually (RollingUpdate, the default) or all at once (Recreate).',
      source,
      refused: deployment({ strategy: { type: 'Rolling' } }),
      accepted: deployment({ strategy: { type: 'RollingUpdate' } }),
    },
    'deployment-recreate-rolling': {
      reason: 'FieldValueForbidden',
      message: "may not be specified when strategy `type` is 'Recreate'",
      why: 'Recreate stops all old pods before it starts new ones, so there is nothing to roll. Remove rollingUpdate, or set it to null when a patch changes the type.',
      source,
      refused: deployment({ strategy: { type: 'Recreate', rollingUpdate: {} } }),
      accepted: deployment({ strategy: { type: 'Recreate' } }),
    },
    'daemon-set-strategy-type': {
      reason: 'FieldValueNotSupported',
      supported: ['RollingUpdate', 'OnDelete'],
      why: 'A DaemonSet replaces its pods itself (RollingUpdate, the default) or waits until you delete them (OnDelete).',
      source,
      refused: daemonSet({ updateStrategy: { type: 'Recreate' } }),
      accepted: daemonSet({ updateStrategy: { type: 'OnDelete' } }),
    },
    'stateful-set-strategy-type': {
      reason: 'FieldValueInvalid',
      message: "must be 'RollingUpdate' or 'OnDelete'",
      why: 'A StatefulSet replaces its pods itself (RollingUpdate, the default) or waits until you delete them (OnDelete).',
      source,
      refused: statefulSet({ updateStrategy: { type: 'Recreate' } }),
      accepted: statefulSet({ updateStrategy: { type: 'OnDelete' } }),
    },
    'stateful-set-on-delete-rolling': {
      reason: 'FieldValueInvalid',
      message: "only allowed for updateStrategy 'RollingUpdate'",
      why: 'With OnDelete the StatefulSet rolls nothing, so a partition has no meaning. Remove rollingUpdate.',
      source,
      refused: statefulSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } }),
      accepted: statefulSet({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } }),
    },
  },
  (node, report) => {
    const { type, rollingUpdate } = node.value;
    if (node.definition.endsWith('DeploymentStrategy')) {
      if (type === 'Recreate') {
        if (rollingUpdate === undefined) return;
        report('deployment-recreate-rolling', 'rollingUpdate');
        node.skip('rollingUpdate');
      } else if (type !== 'RollingUpdate') {
        report('deployment-strategy-type', '');
        node.skip('rollingUpdate');
      }
    } else if (type !== 'RollingUpdate') {
      node.skip('rollingUpdate');
      const isDaemonSet = node.definition.endsWith('DaemonSetUpdateStrategy');
      if (type !== 'OnDelete') report(isDaemonSet ? 'daemon-set-strategy-type' : 'stateful-set-strategy-type', '');
      else if (rollingUpdate !== undefined && !isDaemonSet) report('stateful-set-on-delete-rolling', 'rollingUpdate');
    }
  },
);
