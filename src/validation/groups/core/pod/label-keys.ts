import { qualifiedName } from '../../../../values';
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

type Tell = (id: keyof typeof LABEL_KEY_TEXTS, field: string, data?: Record<string, unknown>) => void;
interface LabelKeys {
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
  readonly labelSelector?: any;
}

/** Keys that the server has already put into the selector, so that only a key that stands there twice is wrong. */
export function matchAndMismatchLabelKeys(value: LabelKeys, tell: Tell): void {
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector } = value;
  listedKeys('matchLabelKeys', matchLabelKeys, labelSelector, tell);
  listedKeys('mismatchLabelKeys', mismatchLabelKeys, labelSelector, tell);
  if (labelSelector !== undefined) {
    const seen = new Set(Object.keys(labelSelector.matchLabels ?? {}));
    for (const { key = '' } of labelSelector.matchExpressions ?? []) {
      const index = matchLabelKeys.lastIndexOf(key);
      if (index >= 0 && seen.has(key)) {
        tell('label-keys', `[${index}]`, { value: key, detail: 'exists in both matchLabelKeys and labelSelector' });
      }
      seen.add(key);
    }
  }
  matchLabelKeys.forEach((key, index) => {
    if (!mismatchLabelKeys.includes(key)) return;
    const detail = 'exists in both matchLabelKeys and mismatchLabelKeys';
    tell('label-keys', `matchLabelKeys[${index}]`, { value: key, detail });
  });
}

function listedKeys(field: string, list: readonly string[], selector: unknown, tell: Tell): void {
  if (list.length === 0) return;
  if (selector === undefined) {
    tell('label-keys-without-selector', field);
    return;
  }
  list.forEach((key, index) => {
    for (const detail of qualifiedName(key)) tell('label-keys', `${field}[${index}]`, { value: key, detail });
  });
}

/** Keys of a spread constraint up to 1.33, which the server does not put into the selector. */
export function spreadLabelKeys({ matchLabelKeys = [], labelSelector }: LabelKeys, tell: Tell): void {
  if (matchLabelKeys.length === 0) return;
  if (labelSelector === undefined) tell('label-keys-without-selector', 'matchLabelKeys');
  const selected = new Set([
    ...Object.keys(labelSelector?.matchLabels ?? {}),
    ...(labelSelector?.matchExpressions ?? []).map(({ key = '' }: any) => key),
  ]);
  matchLabelKeys.forEach((key, index) => {
    const problems = qualifiedName(key);
    if (selected.has(key)) problems.push('exists in both matchLabelKeys and labelSelector');
    for (const detail of problems) tell('label-keys', `matchLabelKeys[${index}]`, { value: key, detail });
  });
}
