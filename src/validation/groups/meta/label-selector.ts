import { labelSelectorProblems } from '../../../values';
import { rules } from '../../rule';

const budget = (selector: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec: { maxUnavailable: 1, selector },
});
const requirement = (fields: object) => budget({ matchExpressions: [{ key: 'app', ...fields }] });

const IDS = {
  FieldValueInvalid: 'label-selector-invalid',
  FieldValueRequired: 'label-selector-values-required',
  FieldValueForbidden: 'label-selector-values-forbidden',
} as const;

/** Label selectors, wherever they occur. */
export const labelSelectorRules = rules(
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector',
  {
    'label-selector-invalid': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A selector compares labels, so its keys and values have the form of labels; operators are In, NotIn, Exists and DoesNotExist, and case matters.',
      source: 'ValidateLabelSelector (apimachinery pkg/apis/meta/v1/validation)',
      refused: requirement({ operator: 'in', values: ['web'] }),
      accepted: requirement({ operator: 'In', values: ['web'] }),
    },
    'label-selector-values-required': {
      reason: 'FieldValueRequired',
      message: '{detail}',
      why: 'In and NotIn compare with a list of values, which cannot be empty. To ask whether there is a label use Exists.',
      source: 'ValidateLabelSelectorRequirement (apimachinery pkg/apis/meta/v1/validation)',
      refused: requirement({ operator: 'In' }),
      accepted: requirement({ operator: 'Exists' }),
    },
    'label-selector-values-forbidden': {
      reason: 'FieldValueForbidden',
      message: '{detail}',
      why: 'Exists and DoesNotExist ask whether there is a label, whatever its value. To compare values use In.',
      source: 'ValidateLabelSelectorRequirement (apimachinery pkg/apis/meta/v1/validation)',
      refused: requirement({ operator: 'Exists', values: ['web'] }),
      accepted: requirement({ operator: 'In', values: ['web'] }),
    },
  },
  (node, report) => {
    for (const { field, reason, message, value } of labelSelectorProblems(node.value)) {
      report(IDS[reason], field, { detail: message, ...(value === undefined ? {} : { value }) });
    }
  },
);
