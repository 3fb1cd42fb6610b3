import { validate } from '../../../src/validation/validate';

const text = { type: 'string' };
const list = (items: object, fields: object = {}) => ({ type: 'array', items, ...fields });
const ruled = (properties: object, rule: string) => ({
  type: 'object',
  properties,
  'x-kubernetes-validations': [{ rule }],
});

/** What kube-apiserver 1.36.3 said of each schema, by the factor that it named. */
test.each([
  [ruled({ l: list(text) }, 'self.l.all(x, x.size() > 0)'), undefined],
  [ruled({ l: list(text) }, "self.l.all(x, x.matches('^a+$'))"), 'more than 100x'],
  [ruled({ l: list(text) }, 'self.l.all(x, self.l.exists_one(y, x == y))'), 'more than 100x'],
  [list(ruled({ a: text }, "self.a != 'x'")), undefined],
  [{ ...ruled({}, 'self.a >= self.b'), properties: undefined, additionalProperties: text }, 'more than 100x'],
  [list(ruled({ a: text }, "self.a.matches('^a+$')")), 'more than 100x'],
  [list(ruled({ a: text }, "self.a.startsWith('a')")), undefined],
  [list(ruled({ a: { type: 'integer' } }, 'self.a > 0 && self.a < 10')), undefined],
  [ruled({ a: text }, "self.a.matches('^a+$')"), undefined],
  [ruled({ a: text, b: text }, 'self.a.contains(self.b)'), 'more than 100x'],
  [list(ruled({ a: text }, "self.a.matches('^a+$')"), { maxItems: 100 }), '3.1x'],
  [list(ruled({ a: list(text) }, "self.a.all(x, x != 'b')"), { maxItems: 100 }), '52.4x'],
])('%j costs too much by %s', (schema, factor) => {
  const message = findings(schema).find((text) => text.includes('estimated rule cost exceeds'));
  expect(/factor of ([^(]*) \(/.exec(message ?? '')?.[1]).toBe(factor);
});

test('all rules together have a limit, too', () => {
  const schema = list(ruled({ a: list(text) }, "self.a.all(x, x != 'b')"), { maxItems: 100 });
  expect(findings(schema).join('\n')).toContain('for entire OpenAPIv3 schema exceeds budget by factor of 5.2x');
});

test('the server takes the presence of a field of an entry, and objects that are the same', () => {
  expect(findings(ruled({ a: list(ruled({ b: text }, 'true')) }, 'self.a.size() != 1 || !has(self.a[0].b)'))).toEqual(
    [],
  );
  expect(findings(ruled({ a: ruled({ b: text }, 'self == oldSelf') }, 'true'))).toEqual([]);
});

function findings(spec: object): string[] {
  const definition = {
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
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
        },
      ],
    },
  };
  return validate([definition], { kubernetesVersion: '1.36' }).map(({ message }) => message);
}
