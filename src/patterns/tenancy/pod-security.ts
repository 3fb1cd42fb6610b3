import { POD_SECURITY_LEVELS, type PodSecurityMode, podSecurityLabelsOf } from '../../facts';
import { checkOneOf } from '../../pod';
import type { ReportIssue } from '../../props';

/** @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type NamespacePodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Pod Security levels of a namespace. */
export interface PodSecurityNamespaceProps {
  /** Pods that violate this level are rejected. */
  readonly enforce?: NamespacePodSecurityLevel;
  /** Pods that violate this level cause a warning to the client. @default the enforced level */
  readonly warn?: NamespacePodSecurityLevel;
  /** Pods that violate this level are recorded in the audit log. @default the enforced level */
  readonly audit?: NamespacePodSecurityLevel;
  /** Version of the standard, such as `v1.30`. @default 'latest' */
  readonly version?: string;
}

/** Labels that set the levels of a namespace. */
export function podSecurityLabels(
  security: NamespacePodSecurityLevel | PodSecurityNamespaceProps,
  reportIssue: ReportIssue,
): Record<string, string> {
  const props = typeof security === 'string' ? { enforce: security } : security;
  const { enforce, warn = enforce, audit = enforce, version } = props;
  if (typeof security === 'string') checkOneOf(reportIssue, 'podSecurity', security, POD_SECURITY_LEVELS);
  else {
    for (const mode of ['enforce', 'warn', 'audit'] as const)
      checkOneOf(reportIssue, `podSecurity.${mode}`, security[mode], POD_SECURITY_LEVELS);
  }
  const labels: Record<string, string> = {};
  for (const [mode, level] of Object.entries({ enforce, warn, audit })) {
    if (level === undefined) continue;
    const keys = podSecurityLabelsOf(mode as PodSecurityMode);
    labels[keys.level] = level;
    if (version !== undefined) labels[keys.version] = version;
  }
  if (version !== undefined && !/^(latest|v1\.\d+)$/.test(version)) {
    reportIssue(
      'podSecurity.version',
      `must be "latest" or a version, for example "v1.30", got ${JSON.stringify(version)}`,
    );
  }
  return labels;
}
