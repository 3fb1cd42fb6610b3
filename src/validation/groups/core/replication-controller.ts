import { MUST_NOT_BE_NEGATIVE } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { object } from './examples';

const labels = { app: 'web' };
const pod = { containers: [{ name: 'web', image: 'nginx:1.27' }] };

const controller = (spec: object = {}) =>
  object('ReplicationController', { spec: { template: { metadata: { labels }, spec: pod }, ...spec } });

const source = 'ValidateReplicationControllerSpec (pkg/apis/core/validation)';

/** The forerunner of the ReplicaSet. */
export const replicationControllerRules = rules(
  'io.k8s.api.core.v1.ReplicationControllerSpec',
  {
    'replication-controller-negative': {
      reason: 'FieldValueInvalid',
      message: MUST_NOT_BE_NEGATIVE,
      why: 'There cannot be fewer than none: numbers of pods and of seconds are 0 or more.',
      source,
      refused: controller({ replicas: -1 }),
      accepted: controller({ replicas: 0 }),
    },
    'replication-controller-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A controller creates pods from its template and finds them by its selector, which is taken from the labels of the template when it is absent.',
      source,
      refused: controller({ template: { spec: pod } }),
      accepted: controller(),
    },
    'replication-controller-mismatch': {
      reason: 'FieldValueInvalid',
      message: '`selector` does not match template `labels`',
      why: 'The controller would create pods that it does not find, and create more of them forever.',
      source: 'ValidatePodTemplateSpecForRC (pkg/apis/core/validation)',
      refused: controller({ selector: { app: 'other' } }),
      accepted: controller({ selector: labels }),
    },
    'replication-controller-restart-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['Always'],
      why: 'Its pods run forever, so their containers are always restarted. Use a Job for pods that come to an end.',
      source: 'ValidatePodTemplateSpecForRC (pkg/apis/core/validation)',
      refused: controller({ template: { metadata: { labels }, spec: { ...pod, restartPolicy: 'Never' } } }),
      accepted: controller({ template: { metadata: { labels }, spec: { ...pod, restartPolicy: 'Always' } } }),
    },
    'replication-controller-active-deadline': {
      reason: 'FieldValueForbidden',
      message: 'activeDeadlineSeconds in ReplicationController is not Supported',
      why: 'A pod with a deadline is ended when it has run that long, which a controller that keeps pods running contradicts.',
      source: 'ValidatePodTemplateSpecForRC (pkg/apis/core/validation)',
      refused: controller({ template: { metadata: { labels }, spec: { ...pod, activeDeadlineSeconds: 60 } } }),
      accepted: controller(),
    },
  },
  (node, report) => {
    const { required, atLeast } = fieldChecks(report);
    const { selector = {}, template } = node.value;
    for (const field of ['replicas', 'minReadySeconds'] as const) {
      atLeast('replication-controller-negative', field, node.value[field], 0);
    }
    const wanted = Object.entries(selector);
    required('replication-controller-required', 'selector', wanted);
    if (template === undefined) {
      report('replication-controller-required', 'template');
      return;
    }
    const podLabels = template.metadata?.labels ?? {};
    if (wanted.some(([key, value]) => podLabels[key] !== value)) {
      report('replication-controller-mismatch', 'template.metadata.labels');
    }
    if (template.spec?.restartPolicy !== 'Always') {
      report('replication-controller-restart-policy', 'template.spec.restartPolicy');
    }
    if (template.spec?.activeDeadlineSeconds !== undefined) {
      report('replication-controller-active-deadline', 'template.spec.activeDeadlineSeconds');
    }
  },
);
