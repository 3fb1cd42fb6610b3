import type { KubernetesVersion } from '../../../../src/facts/versions';
import { validate } from '../../../../src/validation/validate';

const definition = (combined: object) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'widgets', singular: 'widget', kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', ...combined } } } },
      },
    ],
  },
});
const SPEC = 'spec.validation.openAPIV3Schema.properties[spec]';

// kube-apiserver 1.28.15 refuses it, 1.36.3 does not; newNestedValueValidation changed between the sources of 1.30.14 and 1.31.0.
test.each<[KubernetesVersion, boolean]>([
  ['1.28', true],
  ['1.30', true],
  ['1.31', false],
  ['1.36', false],
])('additionalProperties: false in a combination, %s: refused %p', (kubernetesVersion, isRefused) => {
  const schemas = {
    [`${SPEC}.allOf[0]`]: { allOf: [{ additionalProperties: false }] },
    [`${SPEC}.anyOf[0].properties[a]`]: {
      properties: { a: { type: 'object' } },
      anyOf: [{ properties: { a: { additionalProperties: false } } }],
    },
    [`${SPEC}.not`]: { not: { additionalProperties: false } },
  };
  for (const [path, schema] of Object.entries(schemas)) {
    const found = validate([definition(schema)], { kubernetesVersion });
    expect(found.map((finding) => finding.path)).toEqual(isRefused ? [`${path}.additionalProperties`] : []);
  }
});

test.each(['allOf', 'anyOf', 'oneOf'])('additionalProperties: true in %s is refused in all versions', (combination) => {
  for (const kubernetesVersion of ['1.28', '1.36'] as const) {
    const found = validate([definition({ [combination]: [{ additionalProperties: true }] })], { kubernetesVersion });
    expect(found.map(({ path }) => path)).toEqual([`${SPEC}.${combination}[0].additionalProperties`]);
  }
});
