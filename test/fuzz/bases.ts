import { POD_SECURITY_RULES, PRACTICE_RULES } from '../../src/policy';
import { REFERENCE_RULES } from '../../src/references';
import { RUNTIME_RULES } from '../../src/runtime';
import { allRules } from '../../src/validation/groups';
import { MANIFESTS } from '../check/manifests';
import { loadCorpus } from '../parity/corpus';

/** Objects to start from: accepted manifests, all examples of rules, and an input that shows one mistake of each category. */
export const BASES: readonly object[] = [
  ...MANIFESTS,
  ...loadCorpus(36).map(({ object }) => object),
  ...allRules().flatMap(({ texts }) => Object.values(texts).flatMap(({ refused, accepted }) => [refused, accepted])),
  ...[...REFERENCE_RULES, ...POD_SECURITY_RULES, ...PRACTICE_RULES, ...RUNTIME_RULES].flatMap(({ refused, accepted }) =>
    [refused, accepted].flat(),
  ),
].filter((base): base is object => typeof base === 'object' && JSON.stringify(base).length < 4000);
