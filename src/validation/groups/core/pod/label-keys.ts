import { qualifiedName } from '../../../../values';
import { fieldChecks } from '../../../rule';
import { podTexts } from './examples';

const keys = podTexts('ValidateMatchLabelKeysAndMismatchLabelKeys');
const TERM = 'spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution';
const term = (fields: object) => ({
  [TERM]: [{ topologyKey: 'zone', labelSelector: { matchLabels: { app: 'web' } }, ...fields }],
});
const good = { accepts: term({ matchLabelKeys: ['pod-template-hash'] }) };

export const LABEL_KEY_TEXTS = {
  'label-keys-without-selector': keys.forbidden(
    'must not be specified when labelSelector is not set',
    'matchLabelKeys and mismatchLabelKeys narrow a labelSelector; without one there is nothing to narrow.',
    term({ matchLabelKeys: ['pod-template-hash'], labelSelector: undefined }),
    { ...good, alongside: ['selector-matches-no-pod'] },
  ),
  'label-keys': keys.invalid(
    '{detail}',
    'Each entry is the key of a label, and stands neither in the selector nor in both lists.',
    term({ matchLabelKeys: ['a b'] }),
    good,
  ),
} as const;

type ReportRule = (id: keyof typeof LABEL_KEY_TEXTS, field: string, data?: Record<string, unknown>) => void;
interface LabelKeys {
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
  readonly labelSelector?: any;
}

/** Keys that the server has already put into the selector, so that only a key that stands there twice is wrong. */
export function matchAndMismatchLabelKeys(value: LabelKeys, report: ReportRule): void {
  const { each } = fieldChecks(report);
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector } = value;
  listedKeys('matchLabelKeys', matchLabelKeys, labelSelector, report);
  listedKeys('mismatchLabelKeys', mismatchLabelKeys, labelSelector, report);
  if (labelSelector !== undefined) {
    const seen = new Set(Object.keys(labelSelector.matchLabels ?? {}));
    for (const { key = '' } of labelSelector.matchExpressions ?? []) {
      const index = matchLabelKeys.lastIndexOf(key);
      if (index >= 0 && seen.has(key)) {
        report('label-keys', `[${index}]`, { value: key, detail: 'exists in both matchLabelKeys and labelSelector' });
      }
      seen.add(key);
    }
  }
  each('matchLabelKeys', matchLabelKeys, (key, field) => {
    if (!mismatchLabelKeys.includes(key)) return;
    const detail = 'exists in both matchLabelKeys and mismatchLabelKeys';
    report('label-keys', field, { value: key, detail });
  });
}

function listedKeys(field: string, list: readonly string[], selector: unknown, report: ReportRule): void {
  const { format, each } = fieldChecks(report);
  if (list.length === 0) return;
  if (selector === undefined) {
    report('label-keys-without-selector', field);
    return;
  }
  each(field, list, (key, at) => format('label-keys', at, key, qualifiedName));
}

/** Keys of a spread constraint up to 1.33, which the server does not put into the selector. */
export function spreadLabelKeys({ matchLabelKeys = [], labelSelector }: LabelKeys, report: ReportRule): void {
  const { each } = fieldChecks(report);
  if (matchLabelKeys.length === 0) return;
  if (labelSelector === undefined) report('label-keys-without-selector', 'matchLabelKeys');
  const selected = new Set([
    ...Object.keys(labelSelector?.matchLabels ?? {}),
    ...(labelSelector?.matchExpressions ?? []).map(({ key = '' }: any) => key),
  ]);
  each('matchLabelKeys', matchLabelKeys, (key, field) => {
    const problems = qualifiedName(key);
    if (selected.has(key)) problems.push('exists in both matchLabelKeys and labelSelector');
    for (const detail of problems) report('label-keys', field, { value: key, detail });
  });
}
