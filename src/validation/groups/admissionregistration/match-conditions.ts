import { qualifiedName } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { definition, validatingWebhooks } from './examples';
import { expressionTexts, reportCompilation } from './expression-texts';
import { compileAt } from './expressions';

const CONDITIONS_LIMIT = 64;

const condition = textsFor('validateMatchConditions (pkg/apis/admissionregistration/validation)', validatingWebhooks);

export const matchConditionRules = rules(
  definition('MatchCondition'),
  {
    ...expressionTexts,
    'match-condition-name-required': condition.required(
      '',
      'A condition is identified by its name in logs and metrics.',
      {
        'webhooks[0].matchConditions': [{ name: '', expression: 'true' }],
      },
    ),
    'match-condition-name': condition.invalid(
      '{detail}',
      'The name of a condition is like a label key: letters, digits, dashes, with a domain before it if you like.',
      { 'webhooks[0].matchConditions': [{ name: 'not leases', expression: 'true' }] },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { name = '', expression = '' } = node.value;
    if (expression.trim() === '') report('admission-expression-required', 'expression', { detail: '' });
    else {
      reportCompilation(report, 'expression', compileAt(node, expression.trim(), ['bool'], { variables: 'none' }));
    }
    if (required('match-condition-name-required', 'name', name)) {
      format('match-condition-name', 'name', name, qualifiedName);
    }
  },
);

/** Definitions with a list of match conditions. */
export const matchConditionsRules = rules(
  [
    definition('ValidatingWebhook'),
    definition('MutatingWebhook'),
    definition('ValidatingAdmissionPolicySpec'),
    definition('MutatingAdmissionPolicySpec'),
  ],
  {
    'match-conditions-too-many': condition.tooMany(
      `must have at most ${CONDITIONS_LIMIT} items`,
      'Each condition is computed for each request, so there can be 64 at most. Join some with &&.',
      {
        'webhooks[0].matchConditions': Array.from({ length: CONDITIONS_LIMIT + 1 }, (_, index) => ({
          name: `condition-${index}`,
          expression: 'true',
        })),
      },
    ),
    'match-condition-duplicate': condition.duplicate(
      '',
      'Conditions are distinguished by their names, so each needs its own.',
      {
        'webhooks[0].matchConditions': [
          { name: 'always', expression: 'true' },
          { name: 'always', expression: 'true' },
        ],
      },
    ),
  },
  (node, report) => {
    const { each, unique } = fieldChecks(report);
    const conditions = node.value.matchConditions ?? [];
    if (conditions.length > CONDITIONS_LIMIT) report('match-conditions-too-many', 'matchConditions');
    const isNewName = unique('match-condition-duplicate');
    each('matchConditions', conditions, ({ name = '' }, field) => {
      if (name !== '') isNewName(`${field}.name`, name);
    });
  },
);
