export const customResourceDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'widgets', kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { size: { type: 'integer', default: 1 }, color: { type: 'string', maxLength: 20 } },
                'x-kubernetes-validations': [{ rule: 'self.size > 0', message: 'too small' }],
              },
            },
          },
        },
      },
    ],
  },
};

/** Path of the schema of `spec` in the example. */
export const SPEC_SCHEMA = 'spec.versions[0].schema.openAPIV3Schema.properties.spec';
