import { dns1123Subdomain, pathSegmentName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { definition, mutatingBinding, validatingBinding, validatingPolicy } from './examples';
import { immutableOperations } from './policy';

const ACTIONS = ['Audit', 'Deny', 'Warn'];
const MATCH_POLICIES = ['Equivalent', 'Exact'];
const NOT_FOUND_ACTIONS = ['Deny', 'Allow'];
const SINCE = { since: '1.30' } as const;

const text = textsFor(
  'validateValidatingAdmissionPolicyBindingSpec (pkg/apis/admissionregistration/validation)',
  validatingBinding,
);
const actions = textsFor('validateValidationActions (pkg/apis/admissionregistration/validation)', validatingBinding);

export const policyBindingRules = rules(
  [definition('ValidatingAdmissionPolicyBindingSpec'), definition('MutatingAdmissionPolicyBindingSpec')],
  {
    'policy-binding-name-required': text.required(
      '',
      'A binding puts a policy into force, so it must name one.',
      { 'spec.policyName': '' },
      SINCE,
    ),
    'policy-binding-name': text.invalid(
      '{detail}',
      'The name is that of an admission policy, which is a DNS subdomain.',
      { 'spec.policyName': 'Replicas' },
      SINCE,
    ),
    'policy-binding-operation': textsFor(
      'validateMutatingAdmissionPolicyBindingSpec (pkg/apis/admissionregistration/validation)',
      mutatingBinding,
    ).notSupported(
      sortedValues(['*', 'CONNECT', 'CREATE', 'UPDATE']),
      'The object of a DELETE request cannot be changed, so a mutation has no effect there. Leave DELETE out.',
      {
        'spec.matchResources': {
          resourceRules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['DELETE'], resources: ['*'] }],
        },
      },
      { since: '1.36' },
    ),
    'policy-binding-actions-required': actions.required(
      'at least one validation action is required',
      'The binding says what happens to requests that do not pass: Deny refuses them, Warn adds a warning, Audit an audit annotation.',
      { 'spec.validationActions': [] },
      SINCE,
    ),
    'policy-binding-action': actions.notSupported(
      sortedValues(ACTIONS),
      'Requests that do not pass are refused (Deny), answered with a warning (Warn) or noted in the audit log (Audit).',
      { 'spec.validationActions': ['deny'] },
      SINCE,
    ),
    'policy-binding-action-duplicate': actions.duplicate(
      '',
      'An action that is there twice does nothing more. Name each once.',
      { 'spec.validationActions': ['Deny', 'Deny'] },
      SINCE,
    ),
    'policy-binding-actions': actions.invalid(
      'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)',
      'A rejected request already contains the message, so an additional warning would only repeat it.',
      { 'spec.validationActions': ['Deny', 'Warn'] },
      SINCE,
    ),
  },
  (node, report) => {
    const { required, oneOf, format, each, unique } = fieldChecks(report);
    const { policyName = '', validationActions = [], matchResources } = node.value;
    if (required('policy-binding-name-required', 'policyName', policyName)) {
      format('policy-binding-name', 'policyName', policyName, dns1123Subdomain);
    }
    if (node.definition === definition('MutatingAdmissionPolicyBindingSpec')) {
      for (const value of immutableOperations(matchResources)) {
        report('policy-binding-operation', 'matchResources.resourceRules.operations', { value });
      }
      return;
    }
    const isNewAction = unique('policy-binding-action-duplicate');
    each('validationActions', validationActions, (value, field) => {
      oneOf('policy-binding-action', field, value, ACTIONS);
      isNewAction(field, value);
    });
    if (validationActions.includes('Deny') && validationActions.includes('Warn')) {
      report('policy-binding-actions', 'validationActions');
    }
    required('policy-binding-actions-required', 'validationActions', validationActions);
  },
);

const ref = textsFor('validateParamRef (pkg/apis/admissionregistration/validation)', validatingBinding);

export const paramRefRules = rules(
  definition('ParamRef'),
  {
    'param-ref-name': ref.invalid(
      '{detail}',
      'The name of an object becomes a part of a URL and so can hold neither a slash nor a percent sign.',
      { 'spec.paramRef.name': 'a/b' },
      SINCE,
    ),
    'param-ref-ambiguous': ref.forbidden(
      'name and selector are mutually exclusive',
      'The parameters are one object, identified by its name, or all objects that a selector matches.',
      { 'spec.paramRef.selector': {} },
      SINCE,
    ),
    'param-ref-required': ref.required(
      'one of name or selector must be specified',
      'The parameters are one object, identified by its name, or all objects that a selector matches; the reference needs one of them.',
      { 'spec.paramRef.name': undefined },
      SINCE,
    ),
    'param-ref-action-required': ref.required(
      '',
      'The binding sets whether requests pass or are refused when no parameters are found.',
      { 'spec.paramRef.parameterNotFoundAction': undefined },
      SINCE,
    ),
    'param-ref-action': ref.notSupported(
      NOT_FOUND_ACTIONS,
      'Without parameters requests either pass (Allow) or are refused (Deny).',
      { 'spec.paramRef.parameterNotFoundAction': 'deny' },
      SINCE,
    ),
  },
  (node, report) => {
    const { required, oneOf, format } = fieldChecks(report);
    const { name = '', selector, parameterNotFoundAction = '' } = node.value;
    format('param-ref-name', 'name', name, pathSegmentName);
    if (name === '' && selector === undefined) report('param-ref-required', '');
    if (name !== '' && selector !== undefined) {
      report('param-ref-ambiguous', 'name');
      report('param-ref-ambiguous', 'selector');
    }
    if (required('param-ref-action-required', 'parameterNotFoundAction', parameterNotFoundAction)) {
      oneOf('param-ref-action', 'parameterNotFoundAction', parameterNotFoundAction, NOT_FOUND_ACTIONS);
    }
  },
);

export const matchResourcesRules = rules(
  definition('MatchResources'),
  {
    'match-policy': textsFor(
      'validateMatchResources (pkg/apis/admissionregistration/validation)',
      validatingPolicy,
    ).notSupported(
      sortedValues(MATCH_POLICIES),
      'A rule matches its own versions only (Exact), or the same objects in other versions too (Equivalent).',
      { 'spec.matchConstraints.matchPolicy': 'exact' },
      SINCE,
    ),
  },
  (node, report) => {
    const { oneOf } = fieldChecks(report);
    const { matchPolicy } = node.value;
    oneOf('match-policy', 'matchPolicy', matchPolicy, MATCH_POLICIES);
  },
);
