import { hasChange } from '../../../../facts';
import { dns1123Subdomain, labelValue, qualifiedName } from '../../../../values';
import { fieldChecks, rules } from '../../../rule';
import { podTexts } from './examples';

const requirement = podTexts('ValidateNodeSelectorRequirement');
const TERMS = 'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const expression = (fields: object) => ({
  [`${TERMS}[0].matchExpressions`]: [{ key: 'zone', operator: 'In', values: ['a'], ...fields }],
});
const good = { accepts: expression({}) };
/** Prefers, or requires of volumes, where the server overlooks values that no label can have. */
const LENIENT_PARENTS = /^(?:io\.k8s\.api\.core\.v1\.PreferredSchedulingTerm)$/;

export const nodeSelectorRules = rules(
  'io.k8s.api.core.v1.NodeSelector',
  {
    'node-selector-terms-required': podTexts('ValidateNodeSelector').required(
      'must have at least one node selector term',
      'A node selector without a term matches no node.',
      { [TERMS]: [] },
      good,
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    required('node-selector-terms-required', 'nodeSelectorTerms', node.value.nodeSelectorTerms ?? []);
  },
);

/** One expression of a node selector, over labels (matchExpressions) or over fields (matchFields). */
export const nodeSelectorRequirementRules = rules(
  'io.k8s.api.core.v1.NodeSelectorRequirement',
  {
    'node-selector-values-required': requirement.required(
      '{detail}',
      'In and NotIn compare with a list of values, Gt and Lt with exactly one number, and a field with exactly one value.',
      expression({ values: [] }),
      good,
    ),
    'node-selector-values-forbidden': requirement.forbidden(
      "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      'Exists and DoesNotExist look at the key alone.',
      expression({ operator: 'Exists' }),
      good,
    ),
    'node-selector-value': requirement.invalid(
      '{detail}',
      'Operators are In, NotIn, Exists, DoesNotExist, Gt and Lt; keys and values must be legal for labels. Of the fields of a node only metadata.name can be asked for, with In and NotIn.',
      expression({ operator: 'in' }),
      good,
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { key = '', operator = '', values = [] } = node.value;
    const wrong = (field: string, value: unknown, messages: readonly string[]): void => {
      for (const detail of messages) report('node-selector-value', field, { value, detail });
    };
    const wrongEach = (list: readonly string[], check: (value: string) => readonly string[]): void => {
      each('values', list, (value, at) => wrong(at, value, check(value)));
    };
    if (node.field.startsWith('matchFields')) {
      if (operator !== 'In' && operator !== 'NotIn') wrong('operator', operator, ['not a valid selector operator']);
      else if (values.length !== 1) {
        const detail = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
        report('node-selector-values-required', 'values', { detail });
      }
      if (key !== 'metadata.name') wrong('key', key, ['not a valid field selector key']);
      else wrongEach(values, dns1123Subdomain);
      return;
    }
    const valueCheck = checkValues(operator, values);
    if (valueCheck === 'forbidden') report('node-selector-values-forbidden', 'values');
    else if (valueCheck === 'operator') wrong('operator', operator, ['not a valid selector operator']);
    else if (valueCheck !== undefined) report('node-selector-values-required', 'values', { detail: valueCheck });
    wrong('key', key, qualifiedName(key));
    const lenient =
      !hasChange(node.minor, 'NodeSelectorValues') || LENIENT_PARENTS.test(node.parent?.parent?.definition ?? '');
    if (!lenient) wrongEach(values, labelValue);
  },
);

function checkValues(operator: string, values: readonly string[]): string | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? "must be specified when `operator` is 'In' or 'NotIn'" : undefined;
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? 'forbidden' : undefined;
    case 'Gt':
    case 'Lt':
      return values.length === 1 ? undefined : "must be specified single value when `operator` is 'Lt' or 'Gt'";
    default:
      return 'operator';
  }
}
