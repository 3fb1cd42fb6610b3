import type { Rule, Severity } from '../findings';
import type { NodeSize } from './node-size';
import type { RuntimePod } from './runtime-pod';

/** What a rule found. */
export interface RuntimeViolation {
  /** Relative to the pod spec, such as `containers[0].image`. */
  readonly field: string;
  /** In the words of the kubelet where the kubelet refuses. */
  readonly message: string;
  /** @default the hint of the rule */
  readonly hint?: string | undefined;
  /** @default the severity of the rule */
  readonly severity?: Severity;
}

/**
 * A check of what happens on the node: an `error` is what the kubelet or the container runtime refuses or can never do, a `warning` is
 * what makes the program fail, a `note` depends on the node.
 */
export interface RuntimeRule extends Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly refused: object | readonly object[];
  readonly accepted: object | readonly object[];
  /** Options that the examples need. */
  readonly examples?: { readonly nodes: readonly NodeSize[] };
  readonly check: (pod: RuntimePod, report: (violation: RuntimeViolation) => void) => void;
  /** For what all pods of an input do together; the field is ignored. */
  readonly checkAll?: (pods: readonly RuntimePod[], report: (violation: RuntimeViolation) => void) => void;
}
