import type { Compilation } from '../../cel';
import { textsFor } from '../../rule';
import { validatingPolicy } from './examples';

const text = textsFor('validateValidation (pkg/apis/admissionregistration/validation)', validatingPolicy);

/** Texts of the rules that every expression has. */
export const expressionTexts = {
  'admission-expression': text.invalid(
    '{detail}',
    'The expression must be CEL that compiles: its variables are object, oldObject, request, namespaceObject, params (with a paramKind), authorizer and variables, and its result must be of the type that the field needs.',
    { 'spec.validations[0].expression': 'replicas <= 5' },
  ),
  'admission-expression-required': text.required(
    '{detail}',
    'A validation, condition, variable or mutation is computed by its expression, which is required.',
    {
      'spec.validations[0].expression': ' ',
    },
  ),
  'admission-expression-undecided': text.warning(
    'the expression could not be checked here: it uses {detail}',
    'The CEL engine of this package does not support this part of the language, so only the server can check whether the expression compiles.',
    { 'spec.validations[0].expression': 'google.protobuf.Value{} == null' },
    { source: 'CompileCELExpression (k8s.io/apiserver pkg/admission/plugin/cel)' },
  ),
} as const;

type ExpressionRule = keyof typeof expressionTexts;
type ReportExpression = (id: ExpressionRule, field: string, data?: Readonly<Record<string, unknown>>) => void;

/** Reports what came of compiling an expression. */
export function reportCompilation(report: ReportExpression, field: string, compiled: Compilation): void {
  if (compiled.outcome === 'refused') report('admission-expression', field, { detail: compiled.message });
  if (compiled.outcome === 'undecided') report('admission-expression-undecided', field, { detail: compiled.reason });
}
