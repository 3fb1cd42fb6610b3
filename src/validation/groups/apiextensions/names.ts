import { dns1035Label } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { customResourceDefinition } from './examples';

const text = textsFor(
  'ValidateCustomResourceDefinitionNames (apiextensions-apiserver pkg/apis/apiextensions/validation)',
  customResourceDefinition,
);

/** The names that a custom resource goes by. */
export const crdNamesRules = rules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec',
  {
    'crd-names-required': text.required(
      '',
      'A resource has a plural for URLs and a kind for manifests; the singular and the kind of lists are made from the kind.',
      { 'spec.names.kind': '' },
    ),
    'crd-names': text.invalid(
      '{detail}',
      'The names of a resource are DNS labels that start with a letter; kinds may have uppercase letters, and the list kind differs from the kind.',
      { 'spec.names.shortNames': ['W'] },
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const {
      plural = '',
      singular = '',
      kind = '',
      listKind = '',
      shortNames = [],
      categories = [],
    } = node.value.names ?? {};
    for (const [field, value] of Object.entries({ plural, singular, kind, listKind })) {
      if (value === '') {
        report('crd-names-required', `names.${field}`);
        continue;
      }
      const isKind = field === 'kind' || field === 'listKind';
      const problems = dns1035Label(isKind ? value.toLowerCase() : value);
      if (problems.length === 0) continue;
      const before = isKind ? 'may have mixed case, but should otherwise match: ' : '';
      report('crd-names', `names.${field}`, { detail: `${before}${problems.join(',')}` });
    }
    if (kind !== '' && kind === listKind) {
      report('crd-names', 'names.listKind', { detail: 'kind and listKind may not be the same' });
    }
    for (const [field, values] of Object.entries<readonly string[]>({ shortNames, categories })) {
      each(`names.${field}`, values, (value, at) => {
        const problems = dns1035Label(value);
        if (problems.length > 0) report('crd-names', at, { detail: problems.join(',') });
      });
    }
  },
);
