import { POD_SECURITY_LEVELS } from '../../../facts';
import { rules, textsFor } from '../../rule';

const PREFIX = 'pod-security.kubernetes.io/';
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } };
const labelled = (level: string) => ({ 'metadata.labels': { [`${PREFIX}enforce`]: level } });

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
  (place, report) => {
    const labels: Record<string, string> = place.value.metadata?.labels ?? {};
    for (const mode of ['enforce', 'audit', 'warn']) {
      const level = labels[`${PREFIX}${mode}`];
      if (level !== undefined && !(POD_SECURITY_LEVELS as readonly string[]).includes(level)) {
        report('namespace-pod-security', `metadata.labels[${PREFIX}${mode}]`, {
          value: level,
          detail: `one of ${POD_SECURITY_LEVELS.join(', ')}`,
        });
      }
      const version = labels[`${PREFIX}${mode}-version`];
      if (version !== undefined && !/^(?:latest|v1\.(?:0|[1-9][0-9]*))$/.test(version)) {
        report('namespace-pod-security', `metadata.labels[${PREFIX}${mode}-version]`, {
          value: version,
          detail: '"latest" or "v1.x"',
        });
      }
    }
  },
);
