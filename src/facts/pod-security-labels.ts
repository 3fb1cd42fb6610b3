import { POD_SECURITY_LEVELS } from './enums';

/** What a namespace does about pods that violate a level. */
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'] as const;

export type PodSecurityMode = (typeof POD_SECURITY_MODES)[number];

/** A level of the Pod Security Standards and the version of the standards, as the labels of a namespace have them. */
export interface NamespacePolicy {
  readonly level: (typeof POD_SECURITY_LEVELS)[number];
  /** `latest`, or a version such as `v1.30`. */
  readonly version: string;
}

/**
 * The labels of a mode, for the level and for the version.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
 */
export function podSecurityLabelsOf(mode: PodSecurityMode): PodSecurityLabels {
  return LABELS[mode];
}

interface PodSecurityLabels {
  readonly level: string;
  readonly version: string;
}

const LABELS = Object.fromEntries(
  POD_SECURITY_MODES.map((mode) => {
    const level = `pod-security.kubernetes.io/${mode}`;
    return [mode, { level, version: `${level}-version` }];
  }),
) as Readonly<Record<PodSecurityMode, PodSecurityLabels>>;

/** What a Namespace has for a mode; undefined without its label, or with a level that does not exist. */
export function podSecurityOf(namespace: any, mode: PodSecurityMode): NamespacePolicy | undefined {
  const labels: Readonly<Record<string, string>> = namespace?.metadata?.labels ?? {};
  const keys = podSecurityLabelsOf(mode);
  const level = POD_SECURITY_LEVELS.find((one) => one === labels[keys.level]);
  return level && { level, version: labels[keys.version] ?? 'latest' };
}
