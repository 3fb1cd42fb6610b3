import type { KubernetesVersion } from '../facts';
import type { Reason, Severity } from './finding';
import type { Message } from './message';

/** What a rule says and why: the source of its page under docs/rules and of its test. */
export interface RuleText {
  /** The server's reason word. */
  readonly reason: Reason;
  /** @default 'error' */
  readonly severity?: Severity;
  /**
   * The server's message without path, reason and refused value, for instance `must specify a handler type`.
   *
   * @default `supported values: {supported}` for FieldValueNotSupported, nothing for other reasons
   */
  readonly message?: Message;
  /** Values that the field takes, in the server's order, where they are always the same; else the parameter `supported` has them. */
  readonly supported?: readonly string[];
  /** Two or three sentences for a learner: what is checked, why the server refuses it, how to mend it. */
  readonly why: string;
  /** Where the rule comes from: a function of the Kubernetes sources, a KEP or an API reference page. */
  readonly source: string;
  /** First version that has the rule. @default '1.28' */
  readonly since?: KubernetesVersion;
  /** Last version that has the rule. @default the newest */
  readonly until?: KubernetesVersion;
  /** Smallest object that the rule refuses and nothing else does. */
  readonly refused: object;
  /** Other rules that the refused example breaks too, because the server itself cannot report one without the other. */
  readonly alongside?: readonly string[];
  /** The same object mended. */
  readonly accepted: object;
}
