import type { Compilation } from '../../cel/compile';
import { ANY_TYPE } from '../../cel/compile';
import { supportedValues } from '../../checks/allowed-values';
import { byteLength } from '../../checks/messages';
import { qualifiedName } from '../../checks/names';
import { rules } from '../../rule';
import { textsFor } from '../text';
import { definition, mutatingPolicy, validatingPolicy, validatingWebhooks } from './examples';
import { compileAt } from './expressions';

const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const CONDITIONS_LIMIT = 64;
const ANNOTATION_LIMIT = 5 * 1024;
const SINCE = { since: '1.30' } as const;

const text = textsFor('validateValidation (pkg/apis/admissionregistration/validation)', validatingPolicy);
const condition = textsFor('validateMatchConditions (pkg/apis/admissionregistration/validation)', validatingWebhooks);

const expressionTexts = {
  'admission-expression': text.invalid(
    '{problem}',
    'The expression must be CEL that compiles: its variables are object, oldObject, request, namespaceObject, params (with a paramKind), authorizer and variables, and its result must be of the type that the field needs.',
    { 'spec.validations[0].expression': 'replicas <= 5' },
  ),
  'admission-expression-required': text.required(
    'expression is not specified',
    'There is nothing to compute without an expression.',
    { 'spec.validations[0].expression': ' ' },
  ),
  'admission-expression-undecided': text.warning(
    'the expression could not be checked here: it uses {problem}',
    'The CEL engine of this package does not know this part of the language, so only the server can tell whether the expression compiles.',
    { 'spec.validations[0].expression': 'object.spec.template.metadata.labels.all(key, value, key != value)' },
    { source: 'CompileCELExpression (k8s.io/apiserver pkg/admission/plugin/cel)' },
  ),
} as const;

type ExpressionRule = keyof typeof expressionTexts;
type Tell = (id: ExpressionRule, field: string, data?: Readonly<Record<string, unknown>>) => void;

function tell(report: Tell, field: string, compiled: Compilation): void {
  if (compiled.outcome === 'refused') report('admission-expression', field, { problem: compiled.problem });
  if (compiled.outcome === 'undecided') report('admission-expression-undecided', field, { problem: compiled.problem });
}

export const validationRules = rules(
  definition('Validation'),
  {
    ...expressionTexts,
    'admission-validation-message': text.invalid(
      '{problem}',
      'The message is one line of text, which the user sees when the request does not pass.',
      { 'spec.validations[0].message': 'too\nmany' },
      SINCE,
    ),
    'admission-validation-reason': text.notSupported(
      supportedValues(REASONS),
      'The reason becomes the status of the answer, and only these are possible.',
      { 'spec.validations[0].reason': 'TooMany' },
      SINCE,
    ),
  },
  (place, report) => {
    const { expression = '', message = '', messageExpression = '', reason } = place.value;
    if (expression.trim() === '') report('admission-expression-required', 'expression');
    else tell(report, 'expression', compileAt(place, expression, ['bool']));
    if (messageExpression !== '' && messageExpression.trim() === '') {
      report('admission-expression', 'messageExpression', { problem: 'must be non-empty if specified' });
    } else if (messageExpression !== '') {
      tell(report, 'messageExpression', compileAt(place, messageExpression, ['string'], { authorizer: false }));
    }
    if (message !== '' && message.trim() === '') {
      report('admission-validation-message', 'message', { problem: 'must be non-empty if specified' });
    } else if (/[\n\r]/.test(message.trim())) {
      report('admission-validation-message', 'message', { problem: 'must not contain line breaks' });
    }
    if (reason !== undefined && !REASONS.includes(reason))
      report('admission-validation-reason', 'reason', { value: reason });
  },
);

export const matchConditionRules = rules(
  definition('MatchCondition'),
  {
    ...expressionTexts,
    'match-condition-name-required': condition.required('', 'A condition is told by its name in logs and metrics.', {
      'webhooks[0].matchConditions': [{ name: '', expression: 'true' }],
    }),
    'match-condition-name': condition.invalid(
      '{problem}',
      'The name of a condition is like a label key: letters, digits, dashes, with a domain before it if you like.',
      { 'webhooks[0].matchConditions': [{ name: 'not leases', expression: 'true' }] },
    ),
  },
  (place, report) => {
    const { name = '', expression = '' } = place.value;
    if (expression.trim() === '') report('admission-expression-required', 'expression');
    else tell(report, 'expression', compileAt(place, expression.trim(), ['bool'], { variables: 'none' }));
    if (name === '') report('match-condition-name-required', 'name');
    else for (const problem of qualifiedName(name)) report('match-condition-name', 'name', { problem });
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
      'Conditions are told apart by their names, so each needs its own.',
      {
        'webhooks[0].matchConditions': [
          { name: 'always', expression: 'true' },
          { name: 'always', expression: 'true' },
        ],
      },
    ),
  },
  (place, report) => {
    const conditions: { name?: string }[] = place.value.matchConditions ?? [];
    if (conditions.length > CONDITIONS_LIMIT) report('match-conditions-too-many', 'matchConditions');
    const names = new Set<string>();
    for (const [index, { name = '' }] of conditions.entries()) {
      if (name !== '' && names.has(name))
        report('match-condition-duplicate', `matchConditions[${index}].name`, { value: name });
      names.add(name);
    }
  },
);

const RESERVED = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);
const variable = textsFor('validateVariable (pkg/apis/admissionregistration/validation)', validatingPolicy);

export const variableRules = rules(
  definition('Variable'),
  {
    ...expressionTexts,
    'admission-variable-name-required': variable.required(
      'name is not specified',
      'Other expressions use the variable as variables.name, so it needs a name.',
      { 'spec.variables': [{ name: '', expression: '5' }], 'spec.validations[0].expression': 'true' },
      SINCE,
    ),
    'admission-variable-name': variable.invalid(
      'must be a valid CEL identifier',
      'Other expressions use the variable as variables.name, so the name consists of letters, digits and underscores and is no word of the language.',
      { 'spec.variables': [{ name: 'for', expression: '5' }], 'spec.validations[0].expression': 'true' },
      SINCE,
    ),
  },
  (place, report) => {
    const { name = '', expression = '' } = place.value;
    if (name.trim() === '') report('admission-variable-name-required', 'name');
    else if (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || RESERVED.has(name)) report('admission-variable-name', 'name');
    const index = Number(/\[(\d+)\]$/.exec(place.field)?.[1] ?? 0);
    if (expression.trim() === '') report('admission-expression-required', 'expression');
    else tell(report, 'expression', compileAt(place, expression, [ANY_TYPE], { variables: index }));
  },
);

const annotation = textsFor('validateAuditAnnotation (pkg/apis/admissionregistration/validation)', validatingPolicy);

export const auditAnnotationRules = rules(
  definition('AuditAnnotation'),
  {
    ...expressionTexts,
    'audit-annotation-key': annotation.invalid(
      '{problem}',
      'The key of the annotation is the name of the policy, a slash and this key, and must be like a label key.',
      { 'spec.auditAnnotations': [{ key: 'a b', valueExpression: "''" }] },
      SINCE,
    ),
    'audit-annotation-expression-required': annotation.required(
      '{problem}',
      'The value of the annotation is computed by an expression of 5 KiB at most.',
      { 'spec.auditAnnotations': [{ key: 'note', valueExpression: '' }] },
      SINCE,
    ),
  },
  (place, report) => {
    const { key = '', valueExpression = '' } = place.value;
    const policy = place.root.value.metadata?.name ?? '';
    const keyProblems = policy === '' ? ['requires metadata.name be non-empty'] : qualifiedName(`${policy}/${key}`);
    for (const problem of keyProblems) report('audit-annotation-key', 'key', { problem });
    const trimmed = valueExpression.trim();
    if (trimmed === '') {
      report('audit-annotation-expression-required', 'valueExpression', {
        problem: 'valueExpression is not specified',
      });
    } else if (byteLength(trimmed) > ANNOTATION_LIMIT) {
      const problem = `must not exceed ${ANNOTATION_LIMIT} bytes in length`;
      report('audit-annotation-expression-required', 'valueExpression', { problem });
    } else tell(report, 'valueExpression', compileAt(place, trimmed, ['string', 'null']));
  },
);

const mutation = textsFor('validateMutation (pkg/apis/admissionregistration/validation)', mutatingPolicy);
const PATCHES = { ApplyConfiguration: 'applyConfiguration', JSONPatch: 'jsonPatch' } as const;
const [APPLY, JSON_PATCH] = [PATCHES.ApplyConfiguration, PATCHES.JSONPatch];
const SINCE_MUTATING = { since: '1.36' } as const;

export const mutationRules = rules(
  definition('Mutation'),
  {
    ...expressionTexts,
    'mutation-patch-type-required': mutation.required(
      '',
      'A mutation is a configuration that is applied or a list of JSON patches; it must say which.',
      { 'spec.mutations[0].patchType': '' },
      SINCE_MUTATING,
    ),
    'mutation-patch-type': mutation.notSupported(
      supportedValues(Object.keys(PATCHES)),
      'A mutation is a configuration that is applied or a list of JSON patches.',
      { 'spec.mutations[0].patchType': 'Patch' },
      SINCE_MUTATING,
    ),
    'mutation-patch-required': mutation.required(
      'must be specified when patchType is {problem}',
      'The patch is in the field that is named like its type.',
      { 'spec.mutations[0].jsonPatch': undefined },
      SINCE_MUTATING,
    ),
    'mutation-patch-ambiguous': mutation.invalid(
      'must not be specified when patchType is {problem}',
      'Only the field that is named like the type of the patch counts. Leave out the other.',
      { 'spec.mutations[0].applyConfiguration': { expression: 'Object{}' } },
      SINCE_MUTATING,
    ),
  },
  (place, report) => {
    const { patchType = '' } = place.value;
    if (patchType === '') report('mutation-patch-type-required', 'patchType');
    else if (patchType !== 'ApplyConfiguration' && patchType !== 'JSONPatch') {
      report('mutation-patch-type', 'patchType', { value: patchType });
    } else {
      const [field, other] = patchType === 'JSONPatch' ? [JSON_PATCH, APPLY] : [APPLY, JSON_PATCH];
      const patch = place.value[field];
      if (place.value[other] !== undefined) report('mutation-patch-ambiguous', other, { problem: patchType });
      if (patch === undefined) report('mutation-patch-required', field, { problem: patchType });
      else {
        const trimmed = (patch.expression ?? '').trim();
        const types = patchType === 'JSONPatch' ? ['list<JSONPatch>'] : ['Object'];
        if (trimmed === '') report('admission-expression-required', `${field}.expression`);
        else tell(report, `${field}.expression`, compileAt(place, trimmed, types, { patches: true }));
      }
    }
  },
);
