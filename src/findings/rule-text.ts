import type { KubernetesVersion } from '../facts';
import type { Category, Reason, Severity } from './finding';
import type { Message } from './message';

/** An example of a rule: a manifest, several where the rule is about how they fit, or YAML where it is about the text. */
export type RuleExample = object | readonly object[] | string;

/** A rule of any module: what it reports, why, and an example of what it refuses and what it accepts. */
export interface Rule {
  /** Id of the rule, where no table has it as its key. */
  readonly id?: string;
  readonly category?: Category;
  /** @default 'error' */
  readonly severity?: Severity;
  /** The server's reason word. */
  readonly reason?: Reason;
  /**
   * The message without path, reason and refused value, for instance `must specify a handler type`. `{name}` stands for a parameter:
   * `{detail}` is what the server has as the `Detail` of its `field.Error`, where a function of its own finds it.
   *
   * @default `supported values: {supported}` for FieldValueNotSupported, nothing for other reasons
   */
  readonly message?: Message;
  /** Values that the field takes, in the server's order, where they are always the same; else the parameter `supported` has them. */
  readonly supported?: readonly string[];
  /** Two or three sentences for a learner: what is checked, why it is refused, how to fix it. */
  readonly why: string;
  /** How to fix it, in a few words. */
  readonly hint?: string;
  /** Where the rule comes from: a function of the Kubernetes sources, a KEP or an API reference page. */
  readonly source: string;
  /** First version that has the rule. @default '1.28' */
  readonly since?: KubernetesVersion;
  /** Last version that has the rule. @default the newest */
  readonly until?: KubernetesVersion;
  /** Smallest example that the rule refuses and nothing else does. */
  readonly refused: RuleExample;
  /** Other rules that the refused example breaks too, because the server itself cannot report one without the other. */
  readonly alongside?: readonly string[];
  /** The same example, fixed. */
  readonly accepted: RuleExample;
}

/** A rule of the server's validation; its id is the key of its table. */
export interface RuleText extends Rule {
  readonly reason: Reason;
  readonly refused: object;
  readonly accepted: object;
}
