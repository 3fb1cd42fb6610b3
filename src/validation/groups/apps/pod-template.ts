import { rules } from '../../rule';
import { deployment, template } from './examples';
import { hidesTemplate } from './selector';

/** What the pods of a workload that runs forever may not say. */
export const workloadPodTemplateRules = rules(
  [
    'io.k8s.api.apps.v1.DeploymentSpec',
    'io.k8s.api.apps.v1.ReplicaSetSpec',
    'io.k8s.api.apps.v1.StatefulSetSpec',
    'io.k8s.api.apps.v1.DaemonSetSpec',
  ],
  {
    'workload-restart-policy': {
      reason: 'FieldValueNotSupported',
      supported: ['Always'],
      why: 'Pods of these workloads run forever, so their containers are always restarted. Use a Job for pods that come to an end.',
      source:
        'ValidatePodTemplateSpecForReplicaSet, ValidateStatefulSetSpec, ValidateDaemonSetSpec (pkg/apis/apps/validation)',
      refused: deployment({ template: template({ restartPolicy: 'Never' }) }),
      accepted: deployment({ template: template({ restartPolicy: 'Always' }) }),
    },
    'workload-active-deadline': {
      reason: 'FieldValueForbidden',
      message: 'activeDeadlineSeconds in {workload} is not Supported',
      why: 'A pod with a deadline is ended when it has run that long, which a workload that runs forever contradicts. Use a Job, or leave it out.',
      source:
        'ValidatePodTemplateSpecForReplicaSet, ValidateStatefulSetSpec, ValidateDaemonSetSpec (pkg/apis/apps/validation)',
      refused: deployment({ template: template({ activeDeadlineSeconds: 60 }) }),
      accepted: deployment(),
    },
  },
  (node, report) => {
    if (hidesTemplate(node)) return;
    const pod = node.value.template?.spec ?? {};
    const kind = node.definition.split('.').at(-1)!.replace('Spec', '');
    if (pod.restartPolicy !== 'Always') report('workload-restart-policy', 'template.spec.restartPolicy');
    if (pod.activeDeadlineSeconds !== undefined) {
      report('workload-active-deadline', 'template.spec.activeDeadlineSeconds', {
        workload: kind === 'Deployment' ? 'ReplicaSet' : kind,
      });
    }
  },
);
