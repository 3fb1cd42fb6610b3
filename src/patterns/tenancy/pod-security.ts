import { checkOneOf } from '../../pod';
import type { Problem } from '../../props';

/** @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** What pods of a namespace may do. */
export interface PodSecurityNamespaceProps {
  /** Pods beyond it are refused. */
  readonly enforce?: PodSecurityLevel;
  /** Whoever makes pods beyond it is warned. @default the enforced level */
  readonly warn?: PodSecurityLevel;
  /** Pods beyond it are noted in the audit log. @default the enforced level */
  readonly audit?: PodSecurityLevel;
  /** Version of the standard, such as `v1.30`. @default 'latest' */
  readonly version?: string;
}

const LEVELS: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];

/** Labels by which a namespace says its levels. */
export function podSecurityLabels(
  security: PodSecurityLevel | PodSecurityNamespaceProps,
  problem: Problem,
): Record<string, string> {
  const props = typeof security === 'string' ? { enforce: security } : security;
  const { enforce, warn = enforce, audit = enforce, version } = props;
  const labels: Record<string, string> = {};
  for (const [mode, level] of Object.entries({ enforce, warn, audit })) {
    if (level === undefined) continue;
    checkOneOf(problem, `podSecurity.${mode}`, level, LEVELS);
    labels[`pod-security.kubernetes.io/${mode}`] = level;
    if (version !== undefined) labels[`pod-security.kubernetes.io/${mode}-version`] = version;
  }
  if (version !== undefined && !/^(latest|v1\.\d+)$/.test(version)) {
    problem('podSecurity.version', `must be "latest" or such as "v1.30", got ${JSON.stringify(version)}`);
  }
  return labels;
}
