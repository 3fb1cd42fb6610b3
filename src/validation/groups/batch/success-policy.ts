import { byteLength, countIndexes, MUST_NOT_BE_NEGATIVE } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { indexedJob } from './examples';

const MOST_RULES = 20;
const LONGEST_INDEXES = 64 * 1024;
const source = 'validateSuccessPolicy (pkg/apis/batch/validation)';

const policy = (...policyRules: object[]) => indexedJob({ successPolicy: { rules: policyRules } });

/** When an Indexed Job counts as done before all of its indexes are. */
export const successPolicyRules = rules(
  'io.k8s.api.batch.v1.SuccessPolicy',
  {
    'success-policy-required': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'A success policy has at least one rule, and a rule names indexes, a number of them, or both; one without either would be fulfilled at once.',
      source,
      since: '1.30',
      refused: policy({}),
      accepted: policy({ succeededCount: 1 }),
    },
    'success-policy-too-many': {
      reason: 'FieldValueTooMany',
      message: `must have at most ${MOST_RULES} items`,
      why: 'All rules are tried whenever a pod succeeds, so there are at most 20.',
      source,
      since: '1.30',
      refused: policy(...Array.from({ length: MOST_RULES + 1 }, () => ({ succeededCount: 1 }))),
      accepted: policy(...Array.from({ length: MOST_RULES }, () => ({ succeededCount: 1 }))),
    },
    'success-policy-indexes': {
      reason: 'FieldValueInvalid',
      message: 'error parsing succeededIndexes: {detail}',
      why: 'Indexes are rising numbers and intervals below completions, separated by commas, such as "0,2-4".',
      source,
      since: '1.30',
      refused: policy({ succeededIndexes: '2-1' }),
      accepted: policy({ succeededIndexes: '0,1-2' }),
    },
    'success-policy-indexes-too-long': {
      reason: 'FieldValueTooLong',
      message: `may not be more than ${LONGEST_INDEXES} bytes`,
      why: 'The list of indexes has at most 65536 characters. Write neighbors as intervals.',
      source,
      since: '1.30',
      refused: indexedJob({
        completions: 100_000,
        successPolicy: { rules: [{ succeededIndexes: Array.from({ length: 20_000 }, (_, index) => index).join(',') }] },
      }),
      accepted: indexedJob({ completions: 100_000, successPolicy: { rules: [{ succeededIndexes: '0-19999' }] } }),
    },
    'success-policy-count': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'No more indexes can succeed than there are, in the Job or in the list of the rule.',
      source,
      since: '1.30',
      refused: policy({ succeededCount: 4 }),
      accepted: policy({ succeededCount: 3 }),
    },
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const completions: number = node.parent?.value.completions ?? 0;
    const policyRules: readonly any[] = node.value.rules ?? [];
    if (policyRules.length === 0) {
      report('success-policy-required', 'rules', {
        detail: 'at least one rules must be specified when the successPolicy is specified',
      });
    }
    if (policyRules.length > MOST_RULES) report('success-policy-too-many', 'rules');
    each('rules', policyRules, ({ succeededCount, succeededIndexes }, at) => {
      if (succeededCount === undefined && succeededIndexes === undefined) {
        report('success-policy-required', at, {
          detail: 'at least one of succeededCount or succeededIndexes must be specified',
        });
      }
      let listed = 0;
      if (succeededIndexes !== undefined) {
        const field = `${at}.succeededIndexes`;
        if (byteLength(succeededIndexes) > LONGEST_INDEXES) report('success-policy-indexes-too-long', field);
        const counted = countIndexes(succeededIndexes, completions);
        if (typeof counted === 'string') report('success-policy-indexes', field, { detail: counted });
        else listed = counted;
      }
      if (succeededCount === undefined) return;
      const wrongCount = (detail: string) => report('success-policy-count', `${at}.succeededCount`, { detail });
      if (succeededCount < 0) wrongCount(MUST_NOT_BE_NEGATIVE);
      if (succeededCount > completions) {
        wrongCount(`must be less than or equal to ${completions} (the number of specified completions)`);
      }
      if (succeededIndexes !== undefined && succeededCount > listed) {
        wrongCount(
          `must be less than or equal to ${listed} (the number of indexes in the specified succeededIndexes field)`,
        );
      }
    });
  },
);
