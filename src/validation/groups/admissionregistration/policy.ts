import { dns1035Label, dns1123Subdomain } from '../../../values';
import { type DecodedDefinition, fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { definition, mutatingPolicy, validatingPolicy } from './examples';

const FAILURE_POLICIES = ['Fail', 'Ignore'];
const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
const MUTABLE = ['*', 'CONNECT', 'CREATE', 'UPDATE'];
const ANNOTATIONS_LIMIT = 20;
const MUTATING = definition('MutatingAdmissionPolicySpec');

const text = textsFor(
  'validateValidatingAdmissionPolicySpec (pkg/apis/admissionregistration/validation)',
  validatingPolicy,
);
const mutating = textsFor(
  'validateMutatingAdmissionPolicySpec (pkg/apis/admissionregistration/validation)',
  mutatingPolicy,
);
const SINCE_VALIDATING = { since: '1.30' } as const;
const SINCE_MUTATING = { since: '1.36' } as const;

export const policySpecRules = rules(
  [definition('ValidatingAdmissionPolicySpec'), MUTATING],
  {
    'admission-policy-failure-policy': text.notSupported(
      sortedValues(FAILURE_POLICIES),
      'When an expression of the policy fails, the request is either refused or let through.',
      { 'spec.failurePolicy': 'fail' },
      SINCE_VALIDATING,
    ),
    'admission-policy-constraints-required': text.required(
      '',
      'A policy needs at least one resource rule for the requests that it matches; its expressions get their types from it.',
      { 'spec.matchConstraints': undefined },
      SINCE_VALIDATING,
    ),
    'admission-policy-empty': text.required(
      'validations or auditAnnotations must contain at least one item',
      'A policy that neither checks nor notes anything does nothing. Write a validation.',
      { 'spec.validations': [], 'spec.variables': undefined },
      SINCE_VALIDATING,
    ),
    'admission-policy-annotations-too-many': text.invalid(
      `must not have more than ${ANNOTATIONS_LIMIT} auditAnnotations`,
      'Each annotation makes the audit log longer, so a policy can write 20 at most.',
      {
        'spec.auditAnnotations': Array.from({ length: ANNOTATIONS_LIMIT + 1 }, (_, index) => ({
          key: `note-${index}`,
          valueExpression: "''",
        })),
      },
      SINCE_VALIDATING,
    ),
    'admission-policy-annotation-duplicate': text.duplicate(
      '',
      'Annotations of the audit log are distinguished by their keys, so each key is used once.',
      {
        'spec.auditAnnotations': [
          { key: 'note', valueExpression: "''" },
          { key: 'note', valueExpression: "''" },
        ],
      },
      SINCE_VALIDATING,
    ),
    'admission-policy-mutations-required': mutating.required(
      'mutations must contain at least one item',
      'A mutating policy needs at least one mutation.',
      { 'spec.mutations': [] },
      SINCE_MUTATING,
    ),
    'admission-policy-reinvocation-required': mutating.required(
      '',
      'Set whether the policy runs again after other policies and webhooks changed the object.',
      { 'spec.reinvocationPolicy': undefined },
      SINCE_MUTATING,
    ),
    'admission-policy-reinvocation': mutating.notSupported(
      sortedValues(REINVOCATION_POLICIES),
      'A policy runs once (Never), or again when others changed the object (IfNeeded).',
      { 'spec.reinvocationPolicy': 'Always' },
      SINCE_MUTATING,
    ),
    'admission-policy-operation': mutating.notSupported(
      sortedValues(MUTABLE),
      'The object of a DELETE request cannot be changed, so a mutation has no effect there. Leave DELETE out.',
      { 'spec.matchConstraints.resourceRules[0].operations': ['DELETE'] },
      SINCE_MUTATING,
    ),
  },
  (node, report) => {
    const { required, oneOf, each, unique } = fieldChecks(report);
    const { failurePolicy, matchConstraints, validations = [], auditAnnotations = [] } = node.value;
    oneOf('admission-policy-failure-policy', 'failurePolicy', failurePolicy, FAILURE_POLICIES);
    if (matchConstraints === undefined) report('admission-policy-constraints-required', 'matchConstraints');
    else {
      required(
        'admission-policy-constraints-required',
        'matchConstraints.resourceRules',
        matchConstraints.resourceRules,
      );
    }
    if (node.definition === MUTATING) {
      const { mutations = [], reinvocationPolicy = '' } = node.value;
      required('admission-policy-mutations-required', 'mutations', mutations);
      if (required('admission-policy-reinvocation-required', 'reinvocationPolicy', reinvocationPolicy)) {
        oneOf('admission-policy-reinvocation', 'reinvocationPolicy', reinvocationPolicy, REINVOCATION_POLICIES);
      }
      for (const value of immutableOperations(matchConstraints)) {
        report('admission-policy-operation', 'matchConstraints.resourceRules.operations', { value });
      }
      return;
    }
    if (validations.length === 0 && auditAnnotations.length === 0) {
      report('admission-policy-empty', 'validations');
      report('admission-policy-empty', 'auditAnnotations');
      return;
    }
    if (auditAnnotations.length > ANNOTATIONS_LIMIT)
      report('admission-policy-annotations-too-many', 'auditAnnotations');
    const isNewKey = unique('admission-policy-annotation-duplicate');
    each('auditAnnotations', auditAnnotations, ({ key = '' }, field) => isNewKey(`${field}.key`, key));
  },
);

type MatchResources = DecodedDefinition<'io.k8s.api.admissionregistration.v1.MatchResources'>;

/** Operations of the rules of a mutating policy or binding at which nothing can be changed. */
export function immutableOperations(resources: MatchResources | undefined): string[] {
  const operations = (resources?.resourceRules ?? []).flatMap((rule) => rule.operations ?? []);
  return operations.filter((operation) => !MUTABLE.includes(operation));
}

const kind = textsFor('validateParamKind (pkg/apis/admissionregistration/validation)', validatingPolicy);
const withParams = { 'spec.paramKind': { apiVersion: 'v1', kind: 'ConfigMap' } };

export const paramKindRules = rules(
  definition('ParamKind'),
  {
    'param-kind-required': kind.required(
      '',
      'Parameters are objects of some kind, so apiVersion and kind are needed to find them.',
      { 'spec.paramKind.kind': '' },
      { with: withParams, ...SINCE_VALIDATING },
    ),
    'param-kind': kind.invalid(
      '{detail}',
      'The apiVersion is a group and a version, such as example.com/v1, or a version alone for the core group. The kind is a DNS label that may have uppercase letters.',
      { 'spec.paramKind.apiVersion': 'Example.com/v1' },
      { with: withParams, ...SINCE_VALIDATING },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { apiVersion = '', kind: kindName = '' } = node.value;
    if (required('param-kind-required', 'apiVersion', apiVersion)) {
      for (const { detail, value } of apiVersionProblems(apiVersion)) {
        report('param-kind', 'apiVersion', { detail, value });
      }
    }
    if (required('param-kind-required', 'kind', kindName)) {
      if (dns1035Label(kindName.toLowerCase()).length > 0) {
        const detail = dns1035Label(kindName.toLowerCase()).join(',');
        report('param-kind', 'kind', { detail: `may have mixed case, but should otherwise match: ${detail}` });
      }
    }
  },
);

/** The server shows the part of the version that it refuses. */
function apiVersionProblems(apiVersion: string): { readonly detail: string; readonly value: string }[] {
  const whole = (detail: string) => ({ detail, value: apiVersion });
  if (apiVersion === '/') return [whole('version must be specified')];
  const parts = apiVersion.split('/');
  if (parts.length > 2) return [whole(`unexpected GroupVersion string: ${apiVersion}`)];
  const version = parts[parts.length - 1]!;
  const group = parts.length === 2 ? parts[0]! : '';
  const ofGroup = group === '' ? [] : dns1123Subdomain(group);
  const ofVersion = version === '' ? ['version must be specified'] : dns1035Label(version);
  return [
    ...ofGroup.map((detail) => ({ detail, value: group })),
    ...ofVersion.map((detail) => ({ detail, value: version })),
  ];
}
