import { hasChange, TAINT_EFFECTS } from '../../../../facts';
import { labelValue, qualifiedName } from '../../../../values';
import { GoValue } from '../../../printing';
import { type Report, rules } from '../../../rule';
import { podTexts } from './examples';

const toleration = podTexts('ValidateTolerations');
const tolerate = (fields: object) => ({ 'spec.tolerations': [{ key: 'a', operator: 'Exists', ...fields }] });
const good = { accepts: tolerate({}) };

export const TOLERATION_TEXTS = {
  'toleration-value': toleration.invalid(
    '{detail}',
    'A toleration names a taint by key and value, or with Exists by the key alone; without a key it means all taints and must say Exists. Seconds are only for the effect NoExecute.',
    tolerate({ value: 'b' }),
    good,
  ),
  'toleration-choice': toleration.notSupported(
    'supported values: {supported}',
    'Operator and effect take one of the supported values; case matters.',
    tolerate({ effect: 'NoRun' }),
    good,
  ),
} as const;

/** Tolerations of pods and of runtime classes. */
export const tolerationRules = rules('io.k8s.api.core.v1.Toleration', TOLERATION_TEXTS, (node, report) =>
  checkToleration(node.value, '', node.minor, report),
);

const EQUAL_OR_EXISTS = ['Equal', 'Exists'];

/** Since 1.35 the operators that compare numbers are named, though they are not allowed. */
function supportedToCompare(minor: number): readonly string[] {
  return hasChange(minor, 'ComparingTolerations') ? [...EQUAL_OR_EXISTS, 'Lt', 'Gt'] : EQUAL_OR_EXISTS;
}

/** Checks a toleration whose fields are at `prefix`, which ends in a dot unless it is empty. */
export function checkToleration(
  toleration: any,
  prefix: string,
  minor: number,
  report: Report<'toleration-value' | 'toleration-choice'>,
): void {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
  const wrong = (field: string, detail: string, shown = toleration[field] ?? ''): void =>
    report('toleration-value', `${prefix}${field}`, { value: shown, detail });
  if (key !== '') for (const detail of qualifiedName(key)) wrong('key', detail);
  if (key === '' && operator !== 'Exists') {
    wrong('operator', 'operator must be Exists when `key` is empty, which means "match all values and all keys"');
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    wrong('effect', "effect must be 'NoExecute' when `tolerationSeconds` is set");
  }
  if (operator === '' || operator === 'Equal') {
    const problems = labelValue(value);
    if (problems.length > 0) wrong('operator', problems.join(';'), value);
  } else if (operator === 'Exists') {
    const shown = hasChange(minor, 'TolerationValueShown') ? value : new GoValue('core.Toleration', toleration);
    if (value !== '') wrong('operator', "value must be empty when `operator` is 'Exists'", shown);
  } else
    report('toleration-choice', `${prefix}operator`, {
      value: operator,
      supported: operator === 'Lt' || operator === 'Gt' ? supportedToCompare(minor) : EQUAL_OR_EXISTS,
    });
  if (effect !== '' && !TAINT_EFFECTS.includes(effect)) {
    report('toleration-choice', `${prefix}effect`, { value: effect, supported: TAINT_EFFECTS });
  }
}
