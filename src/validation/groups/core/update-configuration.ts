import { IMMUTABLE, immutable, updateRules, updateTextsFor } from '../../rule';
import { object } from './examples';

const FROZEN = 'field is immutable when `immutable` is set';
const WHY =
  'A ConfigMap or Secret with immutable: true keeps its data for good, so that the kubelet need not watch it.';
const HINT = 'give the changed object a new name; hashedName does this';
const settings = object('ConfigMap', { immutable: true, data: { color: 'red' } }, 'settings');
const text = updateTextsFor('ValidateConfigMapUpdate, ValidateSecretUpdate (pkg/apis/core/validation)', settings);
const secret = updateTextsFor(
  'ValidateSecretUpdate (pkg/apis/core/validation)',
  object('Secret', { type: 'Opaque' }, 'login'),
);

export const configurationUpdateRules = updateRules(
  ['io.k8s.api.core.v1.ConfigMap', 'io.k8s.api.core.v1.Secret'],
  {
    'configuration-immutable': text.forbidden(FROZEN, WHY, HINT, { 'data.color': 'blue' }),
  },
  ({ before, after, same, definition }, report) => {
    if (before.immutable !== true) return;
    if (after.immutable !== true) report('configuration-immutable', 'immutable');
    const fields = definition.endsWith('Secret') ? ['data'] : ['data', 'binaryData'];
    for (const field of fields) if (!same(field)) report('configuration-immutable', field);
  },
);

export const secretUpdateRules = updateRules(
  'io.k8s.api.core.v1.Secret',
  {
    'secret-type-immutable': secret.invalid(
      IMMUTABLE,
      'The type of a Secret says which keys it has, and programs rely on it, so it never changes.',
      'give the Secret a new name, or delete it first',
      { type: 'example.com/login' },
    ),
  },
  (node, report) => immutable(node, report, 'secret-type-immutable', 'type'),
);
