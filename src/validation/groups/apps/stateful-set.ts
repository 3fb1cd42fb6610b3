import { hasChange } from '../../../facts';
import { dns1123Label } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { statefulSet } from './examples';

const RETENTION_POLICIES = ['Retain', 'Delete'];
const source = 'ValidateStatefulSetSpec (pkg/apis/apps/validation)';

/** What only a StatefulSet has. */
export const statefulSetRules = rules(
  'io.k8s.api.apps.v1.StatefulSetSpec',
  {
    'stateful-set-pod-management-policy': {
      reason: 'FieldValueInvalid',
      message: "must be 'OrderedReady' or 'Parallel'",
      why: 'A StatefulSet starts its pods one after the other (OrderedReady, the default) or all together (Parallel).',
      source,
      refused: statefulSet({ podManagementPolicy: 'parallel' }),
      accepted: statefulSet({ podManagementPolicy: 'Parallel' }),
    },
    'stateful-set-retention-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['Retain', 'Delete'],
      why: 'When the StatefulSet is deleted or scaled down, the claims of its pods are either kept (Retain, the default) or deleted (Delete).',
      source: 'ValidatePersistentVolumeClaimRetentionPolicy (pkg/apis/apps/validation)',
      refused: statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Keep' } }),
      accepted: statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }),
    },
    'stateful-set-service-name': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'The name of the headless Service becomes part of the host name of every pod, so it must be a DNS label.',
      source,
      since: '1.33',
      refused: statefulSet({ serviceName: 'web.example' }),
      accepted: statefulSet({ serviceName: 'web-example' }),
    },
    'stateful-set-revision-history': {
      reason: 'Warning',
      severity: 'warning',
      message:
        'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
      why: 'The limit says how many old revisions are kept. Unlike other workloads, a StatefulSet takes a negative number, and then keeps all of them.',
      source: 'WarningsOnCreate (pkg/registry/apps/statefulset)',
      since: '1.33',
      refused: statefulSet({ revisionHistoryLimit: -1 }),
      accepted: statefulSet({ revisionHistoryLimit: 5 }),
    },
  },
  (node, report) => {
    const { oneOf, atLeast, format } = fieldChecks(report);
    const { podManagementPolicy, persistentVolumeClaimRetentionPolicy, serviceName, revisionHistoryLimit } = node.value;
    if (podManagementPolicy !== 'OrderedReady' && podManagementPolicy !== 'Parallel') {
      report('stateful-set-pod-management-policy', 'podManagementPolicy');
    }
    for (const field of ['whenDeleted', 'whenScaled'] as const) {
      const policy = persistentVolumeClaimRetentionPolicy?.[field];
      oneOf(
        'stateful-set-retention-policy',
        `persistentVolumeClaimRetentionPolicy.${field}`,
        policy,
        RETENTION_POLICIES,
      );
    }
    if (hasChange(node.minor, 'StatefulSetServiceName') && serviceName) {
      format('stateful-set-service-name', 'serviceName', serviceName, dns1123Label);
    }
    atLeast('stateful-set-revision-history', 'revisionHistoryLimit', revisionHistoryLimit, 0);
    // Up to 1.33 the server takes any pod spec here and the pods fail later.
    if (!hasChange(node.minor, 'StatefulSetTemplates')) {
      node.skipErrors('template.spec');
      node.skipErrors('volumeClaimTemplates');
    }
  },
);
