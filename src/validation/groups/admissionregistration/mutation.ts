import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { definition, mutatingPolicy } from './examples';
import { expressionTexts, reportCompilation } from './expression-texts';
import { compileAt } from './expressions';

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
      'A mutation is an apply configuration or a list of JSON patches; patchType is required.',
      { 'spec.mutations[0].patchType': '' },
      SINCE_MUTATING,
    ),
    'mutation-patch-type': mutation.notSupported(
      sortedValues(Object.keys(PATCHES)),
      'A mutation is a configuration that is applied or a list of JSON patches.',
      { 'spec.mutations[0].patchType': 'Patch' },
      SINCE_MUTATING,
    ),
    'mutation-patch-required': mutation.required(
      'must be specified when patchType is {detail}',
      'The patch is in the field that is named like its type.',
      { 'spec.mutations[0].jsonPatch': undefined },
      SINCE_MUTATING,
    ),
    'mutation-patch-ambiguous': mutation.invalid(
      'must not be specified when patchType is {detail}',
      'Only the field that is named like the type of the patch counts. Leave out the other.',
      { 'spec.mutations[0].applyConfiguration': { expression: 'Object{}' } },
      SINCE_MUTATING,
    ),
  },
  (node, report) => {
    const { required, oneOf } = fieldChecks(report);
    const { patchType = '' } = node.value;
    if (required('mutation-patch-type-required', 'patchType', patchType)) {
      if (oneOf('mutation-patch-type', 'patchType', patchType, ['ApplyConfiguration', 'JSONPatch'])) {
        const [field, other] = patchType === 'JSONPatch' ? [JSON_PATCH, APPLY] : [APPLY, JSON_PATCH];
        const patch = node.value[field];
        if (node.value[other] !== undefined)
          report('mutation-patch-ambiguous', other, { detail: patchType, value: `{${other}}` });
        if (patch === undefined) report('mutation-patch-required', field, { detail: patchType });
        else {
          const trimmed = (patch.expression ?? '').trim();
          const types = patchType === 'JSONPatch' ? ['list(JSONPatch)'] : ['Object'];
          if (trimmed === '') report('admission-expression-required', `${field}.expression`, { detail: '' });
          else {
            reportCompilation(report, `${field}.expression`, compileAt(node, trimmed, types, { patches: true }));
          }
        }
      }
    }
  },
);
