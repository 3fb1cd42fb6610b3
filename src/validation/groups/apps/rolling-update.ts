import { countOrPercent, isZeroOrZeroPercent, notMoreThan100Percent } from '../../../values';
import { GoValue } from '../../printing';
import { rules } from '../../rule';
import { daemonSet, deployment } from './examples';

const rollingDeployment = (rollingUpdate: object) => deployment({ strategy: { type: 'RollingUpdate', rollingUpdate } });
const rollingDaemonSet = (rollingUpdate: object) =>
  daemonSet({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });

/** How many pods a rollout may take away or add at a time. */
export const rollingUpdateRules = rules(
  ['io.k8s.api.apps.v1.RollingUpdateDeployment', 'io.k8s.api.apps.v1.RollingUpdateDaemonSet'],
  {
    'rolling-update-amount': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The number of pods to take away or add is a number of 0 or more, or a percentage of the replicas written as a string such as "25%".',
      source: 'ValidatePositiveIntOrPercent (pkg/apis/apps/validation)',
      refused: rollingDeployment({ maxSurge: '1' }),
      accepted: rollingDeployment({ maxSurge: 1 }),
    },
    'rolling-update-over-100-percent': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'No more pods can be taken away than there are.',
      source: 'IsNotMoreThan100Percent (pkg/apis/apps/validation)',
      refused: rollingDeployment({ maxUnavailable: '101%' }),
      accepted: rollingDeployment({ maxUnavailable: '100%' }),
    },
    'deployment-rollout-stuck': {
      reason: 'FieldValueInvalid',
      message: 'may not be 0 when `maxSurge` is 0',
      why: 'When no pod may be taken away and none may be added, a rollout can never start. Let one of the two be more than 0.',
      source: 'ValidateRollingUpdateDeployment (pkg/apis/apps/validation)',
      refused: rollingDeployment({ maxSurge: 0, maxUnavailable: 0 }),
      accepted: rollingDeployment({ maxSurge: 1, maxUnavailable: 0 }),
    },
    'daemon-set-surge-and-unavailable': {
      reason: 'FieldValueInvalid',
      message: 'may not be set when maxUnavailable is non-zero',
      why: 'A DaemonSet either takes the old pod of a node away first or starts the new one first. Set maxUnavailable to 0 (1 when it is absent) to surge.',
      source: 'ValidateRollingUpdateDaemonSet (pkg/apis/apps/validation)',
      refused: rollingDaemonSet({ maxSurge: 1 }),
      accepted: rollingDaemonSet({ maxSurge: 1, maxUnavailable: 0 }),
    },
    'daemon-set-rollout-stuck': {
      reason: 'FieldValueRequired',
      message: 'cannot be 0 when maxSurge is 0',
      why: 'When no pod may be taken away and none may be added, a rollout can never start. Let one of the two be more than 0.',
      source: 'ValidateRollingUpdateDaemonSet (pkg/apis/apps/validation)',
      refused: rollingDaemonSet({ maxSurge: 0, maxUnavailable: 0 }),
      accepted: rollingDaemonSet({ maxUnavailable: 1 }),
    },
  },
  (node, report) => {
    const { maxUnavailable, maxSurge } = node.value;
    for (const field of ['maxUnavailable', 'maxSurge'] as const) {
      const value = node.value[field];
      if (value === undefined) continue;
      for (const detail of countOrPercent(value)) {
        const shown = typeof value === 'number' ? value : new GoValue('intstr.IntOrString', value);
        report('rolling-update-amount', field, { detail, value: shown });
      }
      // A Deployment may double and triple itself while it rolls out.
      if (field === 'maxSurge' && node.definition.endsWith('Deployment')) continue;
      for (const detail of notMoreThan100Percent(value)) report('rolling-update-over-100-percent', field, { detail });
    }
    const takesAway = !isZeroOrZeroPercent(maxUnavailable ?? 0);
    const adds = !isZeroOrZeroPercent(maxSurge ?? 0);
    if (node.definition.endsWith('Deployment')) {
      if (!takesAway && !adds) report('deployment-rollout-stuck', 'maxUnavailable');
    } else if (takesAway && adds) {
      report('daemon-set-surge-and-unavailable', 'maxSurge');
    } else if (!takesAway && !adds) {
      report('daemon-set-rollout-stuck', 'maxUnavailable');
    }
  },
);
