import type { Random } from '../../random';

/** A CustomResourceDefinition of a group of its own, and objects of it, some of which its schema refuses. */
export function customResources(random: Random, namespace: string): object[] {
  const group = `${namespace}.example.com`;
  const schema = {
    type: 'object',
    required: ['spec'],
    properties: {
      spec: {
        type: 'object',
        properties: {
          size: { type: 'integer', maximum: 5, default: 1 },
          name: { type: 'string', enum: ['small', 'large'] },
          tags: {
            type: 'array',
            items: { type: 'string', maxLength: 4 },
            maxItems: 3,
            'x-kubernetes-list-type': 'set',
          },
        },
        'x-kubernetes-validations': [{ rule: 'self.size > 0', message: 'size must be positive' }],
      },
    },
  };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
  const widgets = Array.from({ length: 1 + random.below(4) }, (_, index) => ({
    apiVersion: `${group}/v1`,
    kind: 'Widget',
    metadata: { name: `widget-${index}`, namespace },
    ...(random.chance(0.95) && {
      spec: {
        ...(random.chance(0.7) && { size: random.pick([1, 3, 5, 9, 0]) }),
        ...(random.chance(0.3) && { name: random.pick(['small', 'medium', 'large']) }),
        ...(random.chance(0.3) && { tags: random.pick([['a'], ['a', 'a'], ['abcde'], ['a', 'b', 'c', 'd'], []]) }),
        ...(random.chance(0.05) && { color: 'red' }),
      },
    }),
  }));
  return [definition, ...widgets];
}
