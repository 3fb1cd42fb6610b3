import { fieldChecks, rules } from '../../rule';
import { deployment, template } from './examples';
import { hidesTemplate } from './selector';

const disk = (gcePersistentDisk: object) =>
  deployment({ replicas: 2, template: template({ volumes: [{ name: 'data', gcePersistentDisk }] }) });

/** Disks that only one machine can write. */
export const writableDiskRules = rules(
  [
    'io.k8s.api.apps.v1.DeploymentSpec',
    'io.k8s.api.apps.v1.ReplicaSetSpec',
    'io.k8s.api.apps.v1.DaemonSetSpec',
    'io.k8s.api.core.v1.ReplicationControllerSpec',
  ],
  {
    'workload-writable-disk': {
      reason: 'FieldValueInvalid',
      message:
        'must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
      why: 'A persistent disk of Google Cloud is written by one machine at a time, and several pods may run on several. Mount it read-only, run one replica, or use a StatefulSet with a claim for each pod.',
      source: 'ValidateReadOnlyPersistentDisks (pkg/apis/core/validation), feature gate SkipReadOnlyValidationGCE',
      until: '1.28',
      refused: disk({ pdName: 'data' }),
      accepted: deployment({ replicas: 2, template: template({ volumes: [{ name: 'data', emptyDir: {} }] }) }),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { replicas, template: podTemplate } = node.value;
    if ((replicas !== undefined && replicas <= 1) || hidesTemplate(node)) return;
    each('template.spec.volumes', podTemplate?.spec?.volumes, ({ gcePersistentDisk }, field) => {
      if (gcePersistentDisk !== undefined && gcePersistentDisk.readOnly !== true) {
        report('workload-writable-disk', `${field}.gcePersistentDisk.readOnly`);
      }
    });
  },
);
