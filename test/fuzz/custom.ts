import type { Random } from '../parity/random';

/** Few, so that definitions and objects in different files meet. */
const KINDS = ['Alpha', 'Beta', 'Gamma'];
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'thing', undefined];
const WORDS = ['size', 'mode', 'items', 'spec', 'data', 'constructor', '__proto__', 'a.b', ''];
const RULES = [
  'self.size > 1',
  'has(self.mode)',
  'self == oldSelf',
  'self.all(x, x > 0)',
  'size(self) < 3',
  '1 +',
  'self.nothing',
];
const KEYWORDS: readonly (readonly [string, readonly unknown[]])[] = [
  ['format', ['date-time', 'int32', 'ipv4', 'quantity', 'uuid', 'x']],
  ['pattern', ['^a+$', '[', '(?=a)', 'x{1,2000}']],
  ['enum', [['a', 1, null], [], [{}]]],
  ['default', ['a', 1, null, {}, [1], 1e300]],
  ['minimum', [0, 1.5, 'x']],
  ['maxLength', [0, 3, -1]],
  ['nullable', [true, 'x']],
  ['required', [['size'], ['size', 'size'], [1], 'size']],
  ['x-kubernetes-preserve-unknown-fields', [true, false]],
  ['x-kubernetes-int-or-string', [true]],
  ['x-kubernetes-embedded-resource', [true]],
  ['x-kubernetes-list-type', ['set', 'map', 'atomic', 'x']],
  ['x-kubernetes-list-map-keys', [['name'], []]],
  ['additionalProperties', [true, { type: 'string' }]],
  ['oneOf', [[{ required: ['size'] }], [{ type: 'string' }, {}], {}]],
  ['not', [{ required: ['mode'] }, {}]],
  ['x-kubernetes-validations', RULES.map((rule) => [{ rule }])],
  ['x-kubernetes-validations', RULES.map((rule) => [{ rule, messageExpression: "'is ' + string(self.size)" }])],
];

/** A CustomResourceDefinition with a schema at random, most of them almost valid. */
export function generateDefinition(random: Random): object {
  const kind = random.pick(KINDS);
  const plural = `${kind.toLowerCase()}s`;
  const root = schema(random, 0);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.fuzz.example.com` },
    spec: {
      group: 'fuzz.example.com',
      scope: random.pick(['Namespaced', 'Namespaced', 'Cluster', 'x']),
      names: { plural, singular: kind.toLowerCase(), kind, listKind: `${kind}List` },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { ...root, type: 'object', properties: { spec: root } } },
          ...(random.chance(0.3) && { subresources: { status: {}, scale: { specReplicasPath: '.spec.size' } } }),
          ...(random.chance(0.3) && {
            additionalPrinterColumns: [
              { name: 'a', type: 'string', jsonPath: random.pick(['.spec.a', 'a', '.a[?(@)]']) },
            ],
          }),
        },
      ],
    },
  };
}

/** An object of one of those definitions, whether it is in the input or not. */
export function generateCustomResource(random: Random): object {
  return {
    apiVersion: 'fuzz.example.com/v1',
    kind: random.pick(KINDS),
    metadata: { name: random.pick(['a', 'b', 'web']), ...(random.chance(0.5) && { namespace: 'shop' }) },
    spec: value(random, 0),
  };
}

function schema(random: Random, depth: number): Record<string, unknown> {
  const type = random.pick(TYPES);
  const found: Record<string, unknown> = type === undefined ? {} : { type };
  if (depth < 3 && (type === 'object' || random.chance(0.1))) {
    found.properties = entries(random, 3, () => schema(random, depth + 1));
  }
  if (depth < 3 && (type === 'array' || random.chance(0.1))) found.items = schema(random, depth + 1);
  for (let more = random.below(3); more > 0; more--) {
    const [keyword, values] = random.pick(KEYWORDS);
    found[keyword] = structuredClone(random.pick(values));
  }
  return found;
}

function value(random: Random, depth: number): unknown {
  switch (random.below(depth < 3 ? 8 : 5)) {
    case 0:
      return random.pick(['a', 'aaaa', '', '10Mi', '2024-01-01T00:00:00Z', 'int:9007199254740993']);
    case 1:
      return random.below(5) - 1;
    case 2:
      return random.chance(0.5);
    case 3:
      return null;
    case 4:
      return random.next();
    case 5:
      return Array.from({ length: random.below(4) }, () => value(random, depth + 1));
    default:
      return entries(random, 4, () => value(random, depth + 1));
  }
}

function entries(random: Random, most: number, next: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: random.below(most + 1) }, () => [random.pick(WORDS), next()]));
}
