import type { PlacedContainer, PodTemplate, securityContextsOf } from '../facts';
import type { Rule } from '../findings';

/** The Pod Security levels with restrictions. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = 'baseline' | 'restricted';

/** Start of a field that is in the metadata of a pod, not in its spec. */
export const METADATA = 'metadata:';

/** Reports a violation at a field, relative to the pod spec (or, after `METADATA`, to the metadata of the pod) or to the object. */
export type ReportPolicy = (field: string, data?: Readonly<Record<string, unknown>>) => void;

/** A policy, without what checks it. */
export interface PolicyText extends Rule {
  readonly id: string;
  readonly message: string;
  readonly hint: string;
  readonly refused: object;
  readonly accepted: object;
}

/** A pod as the policies see it. */
export interface PolicyPod extends PodTemplate {
  readonly containers: readonly PlacedContainer[];
  /** Security contexts of the pod and of each container that has one, with their fields. */
  readonly securityContexts: ReturnType<typeof securityContextsOf>;
  /** Minor version of the Pod Security Standards: 36 for 1.36. */
  readonly minor: number;
  /** Minor version of the server, which can apply the standards of an older version. */
  readonly serverMinor: number;
  /** It runs on Windows, which the version of the standards knows. */
  readonly windows: boolean;
  /**
   * The pod runs in a user namespace of its own (`hostUsers: false`), where root is not the node's root, and the version relaxes the
   * standards for it.
   */
  readonly userNamespace: boolean;
}

/** A control of the Pod Security Standards. */
export interface PodSecurityRule extends PolicyText {
  readonly level: PodSecurityLevel;
  /** The first minor version of the standards with this control, 22 for 1.22. @default all */
  readonly standardsSince?: number;
  readonly check: (pod: PolicyPod, report: ReportPolicy) => void;
}

/** A best practice that checks the whole input. */
export interface PracticeRule extends PolicyText {
  readonly check: (subject: PracticeSubject, report: ReportPolicy) => void;
}

/** An object and all objects it is applied with. */
export interface PracticeSubject {
  readonly object: any;
  readonly pod: PodTemplate | undefined;
  readonly objects: readonly any[];
}
