import { type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { RulePage } from './rule-page';

type Text = Omit<RulePage, 'id' | 'category' | 'severity' | 'message'> &
  Partial<Pick<RulePage, 'severity'>> & { readonly until?: KubernetesVersion | undefined };
type Messages = readonly { readonly rule: string; readonly message: string }[];

/** The page of a rule of the server. Its message is one on the refused example, in the newest version that has the rule. */
export function serverPage(id: string, text: Text, check: (version: KubernetesVersion) => Messages): RulePage {
  return {
    ...text,
    id,
    category: 'api',
    // Rules without a severity of their own may hold `undefined` for it.
    severity: text.severity ?? 'error',
    // Checking the example takes a while, and not every page is printed.
    get message() {
      return messageOf(id, check(text.until ?? NEWEST_VERSION));
    },
  };
}

/** The message of the rule among the findings on its refused example. */
export function messageOf(id: string, findings: Messages): string {
  return findings.find(({ rule }) => rule === id)?.message ?? '';
}
