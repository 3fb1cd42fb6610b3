import type { Finding, KubernetesVersion } from '../validation';
import type { Check } from './check-options';

/** What further checks report. One that throws is a finding, so that it hides nothing else. */
export function customFindings(
  checks: readonly Check[],
  manifests: readonly unknown[],
  versions: readonly KubernetesVersion[],
): Finding[] {
  return checks.flatMap((check, index) => {
    try {
      return check(manifests);
    } catch (error) {
      return [failedCheck(error, check.name === '' ? `checks[${index}]` : check.name, versions)];
    }
  });
}

function failedCheck(error: unknown, name: string, kubernetesVersions: readonly KubernetesVersion[]): Finding {
  return {
    rule: 'check-failed',
    category: 'app',
    severity: 'error',
    reason: 'InternalError',
    path: '',
    message: `the further check ${name} failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    hint: 'the objects were not checked by it; fix the check',
    apiVersion: '',
    kind: '',
    kubernetesVersions,
  };
}
