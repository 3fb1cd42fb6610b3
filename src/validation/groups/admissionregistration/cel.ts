import { hasChange } from '../../../facts';
import { byteLength, qualifiedName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { definition, validatingPolicy } from './examples';
import { expressionTexts, reportCompilation } from './expression-texts';
import { ANY_TYPE, compileAt } from './expressions';

const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const ANNOTATION_LIMIT = 5 * 1024;
const SINCE = { since: '1.30' } as const;

const text = textsFor('validateValidation (pkg/apis/admissionregistration/validation)', validatingPolicy);

export const validationRules = rules(
  definition('Validation'),
  {
    ...expressionTexts,
    'admission-validation-message': text.invalid(
      '{detail}',
      'The message is one line of text, which the user sees when the request does not pass.',
      { 'spec.validations[0].message': 'too\nmany' },
      SINCE,
    ),
    'admission-validation-reason': text.notSupported(
      sortedValues(REASONS),
      'The reason becomes the status of the answer, and only these are possible.',
      { 'spec.validations[0].reason': 'TooMany' },
      SINCE,
    ),
  },
  (node, report) => {
    const { oneOf } = fieldChecks(report);
    const { expression = '', message = '', messageExpression = '', reason } = node.value;
    if (expression.trim() === '') report('admission-expression-required', 'expression', NOT_SPECIFIED);
    else {
      reportCompilation(report, 'expression', compileAt(node, expression, ['bool']));
    }
    if (messageExpression !== '' && messageExpression.trim() === '') {
      report('admission-expression', 'messageExpression', { detail: 'must be non-empty if specified' });
    } else if (messageExpression !== '') {
      reportCompilation(
        report,
        'messageExpression',
        compileAt(node, messageExpression, ['string'], { authorizer: false }),
      );
    }
    if (message !== '' && message.trim() === '') {
      report('admission-validation-message', 'message', { detail: 'must be non-empty if specified' });
    } else if (/[\n\r]/.test(message.trim())) {
      report('admission-validation-message', 'message', {
        detail: hasChange(node.minor, 'CelMessageShort')
          ? 'must not contain line breaks'
          : 'message must not contain line breaks',
      });
    }
    oneOf('admission-validation-reason', 'reason', reason, REASONS);
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
      { '1.28': 'name is not a valid CEL identifier', '1.34': 'must be a valid CEL identifier' },
      'Other expressions use the variable as variables.name, so the name consists of letters, digits and underscores and is not a reserved word.',
      { 'spec.variables': [{ name: 'for', expression: '5' }], 'spec.validations[0].expression': 'true' },
      SINCE,
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { name = '', expression = '' } = node.value;
    if (required('admission-variable-name-required', 'name', name.trim())) {
      if (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || RESERVED.has(name)) report('admission-variable-name', 'name');
    }
    const index = Number(/\[(\d+)\]$/.exec(node.field)?.[1] ?? 0);
    if (expression.trim() === '') report('admission-expression-required', 'expression', NOT_SPECIFIED);
    else {
      reportCompilation(report, 'expression', compileAt(node, expression, [ANY_TYPE], { variables: index }));
    }
  },
);

const NOT_SPECIFIED = { detail: 'expression is not specified' };

const annotation = textsFor('validateAuditAnnotation (pkg/apis/admissionregistration/validation)', validatingPolicy);

export const auditAnnotationRules = rules(
  definition('AuditAnnotation'),
  {
    ...expressionTexts,
    'audit-annotation-key': annotation.invalid(
      '{detail}',
      'The key of the annotation is the name of the policy, a slash and this key, and must be like a label key.',
      { 'spec.auditAnnotations': [{ key: 'a b', valueExpression: "''" }] },
      SINCE,
    ),
    'audit-annotation-expression-required': annotation.required(
      '{detail}',
      'The value of the annotation is computed by an expression of 5 KiB at most.',
      { 'spec.auditAnnotations': [{ key: 'note', valueExpression: '' }] },
      SINCE,
    ),
  },
  (node, report) => {
    const { key = '', valueExpression = '' } = node.value;
    const policy = node.root.value.metadata?.name ?? '';
    const keyProblems = policy === '' ? ['requires metadata.name be non-empty'] : qualifiedName(`${policy}/${key}`);
    const value = policy === '' ? key : `${policy}/${key}`;
    for (const detail of keyProblems) report('audit-annotation-key', 'key', { detail, value });
    const trimmed = valueExpression.trim();
    if (trimmed === '') {
      report('audit-annotation-expression-required', 'valueExpression', {
        detail: 'valueExpression is not specified',
      });
    } else if (byteLength(trimmed) > ANNOTATION_LIMIT) {
      const detail = `must not exceed ${ANNOTATION_LIMIT} bytes in length`;
      report('audit-annotation-expression-required', 'valueExpression', { detail });
    } else reportCompilation(report, 'valueExpression', compileAt(node, trimmed, ['string', 'null_type']));
  },
);
