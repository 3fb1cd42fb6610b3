import { POD_SECURITY_LEVELS, POD_SECURITY_MODES, podSecurityLabelsOf } from '../../../facts';
import { rules, textsFor } from '../../rule';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } };
const labelled = (level: string) => ({ 'metadata.labels': { [podSecurityLabelsOf('enforce').level]: level } });

/** Labels by which a namespace says how strict it is with its pods; the admission plugin PodSecurity reads them. */
export const podSecurityLabelRules = rules(
  'io.k8s.api.core.v1.Namespace',
  {
    'namespace-pod-security': textsFor('PolicyToEvaluate (pod-security-admission api/helpers.go)', NAMESPACE).invalid(
      'must be {detail}',
      'The labels pod-security.kubernetes.io/enforce, audit and warn take privileged, baseline or restricted; those that end in -version take latest or a version such as v1.36.',
      labelled('strict'),
      { accepts: labelled('restricted') },
    ),
  },
  (node, report) => {
    const labels: Record<string, string> = node.value.metadata?.labels ?? {};
    for (const mode of POD_SECURITY_MODES) {
      const keys = podSecurityLabelsOf(mode);
      const level = labels[keys.level];
      if (level !== undefined && !(POD_SECURITY_LEVELS as readonly string[]).includes(level)) {
        report('namespace-pod-security', `metadata.labels[${keys.level}]`, {
          value: level,
          detail: `one of ${POD_SECURITY_LEVELS.join(', ')}`,
        });
      }
      const version = labels[keys.version];
      if (version !== undefined && !/^(?:latest|v1\.(?:0|[1-9][0-9]*))$/.test(version)) {
        report('namespace-pod-security', `metadata.labels[${keys.version}]`, {
          value: version,
          detail: '"latest" or "v1.x"',
        });
      }
    }
  },
);
