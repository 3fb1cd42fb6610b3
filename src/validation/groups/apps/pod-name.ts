import { dns1123Label } from '../../../values';
import { rules } from '../../rule';
import { deployment } from './examples';

/** Names that become part of the names of pods. */
export const podNameRules = rules(
  [
    'io.k8s.api.apps.v1.Deployment',
    'io.k8s.api.apps.v1.ReplicaSet',
    'io.k8s.api.core.v1.ReplicationController',
    'io.k8s.api.batch.v1.Job',
    'io.k8s.api.batch.v1.CronJob',
  ],
  {
    'workload-name-dns-label': {
      reason: 'Warning',
      severity: 'warning',
      message:
        'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: {problems}',
      why: 'Pods get their names and host names from the workload. A host name has no dots, so a name with dots, or one that is too long, is truncated.',
      source:
        'WarningsOnCreate (pkg/registry/apps/deployment, replicaset, batch/job, batch/cronjob, core/replicationcontroller)',
      refused: { ...deployment(), metadata: { name: 'web.example' } },
      accepted: { ...deployment(), metadata: { name: 'web-example' } },
    },
  },
  (node, report) => {
    const name = node.value.metadata?.name;
    if (typeof name !== 'string') return;
    const problems = dns1123Label(name);
    if (problems.length > 0) {
      report('workload-name-dns-label', 'metadata.name', { problems: `[${problems.join(' ')}]` });
    }
  },
);
