import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where expressions are tried, and which of the lists beside this file are tried there. */
export type Context = 'rule' | 'cost' | 'message' | 'condition' | 'policy' | 'patch' | 'json-patch' | 'device';

const FOLDER = join(__dirname, 'expressions');
const SPECIAL: Readonly<Record<string, readonly Context[]>> = {
  costs: ['cost'],
  messages: ['message'],
  conditions: ['condition', 'policy'],
  patches: ['patch'],
  'json-patches': ['json-patch'],
  devices: ['device'],
};

/** First minor version with the API that takes the expressions. */
export const SINCE: Readonly<Record<Context, number>> = {
  rule: 28,
  cost: 28,
  message: 28,
  condition: 28,
  policy: 30,
  patch: 36,
  'json-patch': 36,
  device: 34,
};

export interface Question {
  readonly context: Context;
  readonly expression: string;
}

/** Every expression in each context in which it is tried. */
export function questions(): Question[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const contexts = SPECIAL[file.replace('.txt', '')] ?? ['rule'];
    const expressions = readFileSync(join(FOLDER, file), 'utf8').split('\n').slice(0, -1);
    return contexts.flatMap((context) => [...new Set(expressions)].map((expression) => ({ context, expression })));
  });
}

const text = (fields: object = {}) => ({ type: 'string', maxLength: 50, ...fields });
const integer = { type: 'integer' };
const list = (items: object, fields: object = {}) => ({ type: 'array', maxItems: 10, items, ...fields });
const map = (values: object) => ({ type: 'object', maxProperties: 10, additionalProperties: values });
const object = (properties: object, fields: object = {}) => ({ type: 'object', properties, ...fields });

/** The schema of `self` in rules and messages: fields of every type, all of them limited. */
export const SELF = object({
  s: text(),
  t: text(),
  num: text(),
  q: text(),
  fmt: text(),
  dtext: text(),
  ttext: text(),
  n: integer,
  m: integer,
  d: { type: 'number' },
  b: { type: 'boolean' },
  bs: text({ format: 'byte' }),
  ts: { type: 'string', format: 'date-time' },
  da: { type: 'string', format: 'date' },
  du: { type: 'string', format: 'duration' },
  io: { 'x-kubernetes-int-or-string': true, maxLength: 50 },
  ls: list(text()),
  li: list(integer),
  set: list(text(), { 'x-kubernetes-list-type': 'set' }),
  lo: list(object({ name: text(), value: integer })),
  ml: list(object({ name: text(), value: integer }, { required: ['name'] }), {
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name'],
  }),
  ms: map(text()),
  mi: map(integer),
  mo: map(object({ a: text(), b: integer })),
  o: object({ a: text(), b: integer, n: object({ deep: text(), nope: text() }), nope: text() }),
  on: object({ x: text() }),
  opt: text(),
  namespace: text(),
  'my-field': text(),
  my__field: text(),
  'my-dash-field': text(),
  'my--field': text(),
  'dotted.field': text(),
  'slash/field': text(),
  under__score: text(),
});

/** The value of `self` in rules and messages. */
export const VALUE = {
  s: 'hello world',
  t: 'other',
  num: '42',
  q: '500m',
  fmt: 'n=%d',
  dtext: '1h30m',
  ttext: '2024-05-01T12:00:00Z',
  n: 5,
  m: 3,
  d: 1.5,
  b: true,
  bs: 'aGVsbG8=',
  ts: '2024-05-01T12:00:00Z',
  da: '2024-05-01',
  du: '1h30m',
  io: 5,
  ls: ['a', 'b', 'c'],
  li: [3, 1, 2],
  set: ['x', 'y'],
  lo: [{ name: 'a', value: 1 }, { name: 'b' }],
  ml: [{ name: 'a', value: 1 }, { name: 'b' }],
  ms: { k: 'v', k2: 'v2' },
  mi: { one: 1, two: 2 },
  mo: { x: { a: 'ax', b: 2 } },
  o: { a: 'x', b: 1, n: { deep: 'd' } },
  namespace: 'ns',
  'my-field': 'dashed',
  'dotted.field': 'dotted',
  'slash/field': 'slashed',
  under__score: 'under',
};

/** The schema of `self` for costs: most of it without limits. */
const UNLIMITED = object({
  s: { type: 'string' },
  t: { type: 'string' },
  f: text({ maxLength: 5 }),
  e: { type: 'string', enum: ['one', 'three'] },
  n: integer,
  d: { type: 'number' },
  bs: { type: 'string', format: 'byte' },
  ts: { type: 'string', format: 'date-time' },
  du: { type: 'string', format: 'duration' },
  io: { 'x-kubernetes-int-or-string': true },
  ls: { type: 'array', items: { type: 'string' } },
  li: { type: 'array', items: integer },
  lb: list(text({ maxLength: 20 }), { maxItems: 20 }),
  ll: list(list(text())),
  lo: { type: 'array', items: object({ a: { type: 'string' }, b: integer, l: { type: 'array', items: integer } }) },
  ms: { type: 'object', additionalProperties: { type: 'string' } },
  mb: map(text()),
  mo: { type: 'object', additionalProperties: object({ a: { type: 'string' }, b: integer }) },
  o: object({ a: { type: 'string' }, b: integer }),
});

const GROUP = 'cel.example.com';
const meta = (name: string) => ({ metadata: { name } });

/** A definition whose `spec` has the rules. */
export function definition(plural: string, rules: readonly object[], schema: object = SELF): object {
  const kind = plural[0]!.toUpperCase() + plural.slice(1);
  const spec = { ...schema, 'x-kubernetes-validations': rules };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    ...meta(`${plural}.${GROUP}`),
    spec: {
      group: GROUP,
      scope: 'Cluster',
      names: { plural, singular: plural, kind, listKind: `${kind}List` },
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
}

/** The rule of a definition with many: a rule is known by its message, and every rule with a computed message fails. */
export function ruleFor({ context, expression }: Question, index: number): object {
  if (context === 'rule') return { rule: expression, message: `#${index}#` };
  return { rule: `${index} < 0`, message: 'no message', messageExpression: expression };
}

/** The object on which rules and messages are evaluated. */
export function resource(plural: string): object {
  const kind = plural[0]!.toUpperCase() + plural.slice(1);
  return { apiVersion: `${GROUP}/v1`, kind, ...meta('x'), spec: VALUE };
}

/** What is sent to a server to find out whether it takes the expression. */
export function carrier({ context, expression }: Question): object {
  switch (context) {
    case 'rule':
      return definition('questions', [{ rule: expression }]);
    case 'cost':
      return definition('questions', [{ rule: expression }], UNLIMITED);
    case 'message':
      return definition('questions', [{ rule: 'false', messageExpression: expression }]);
    case 'condition':
      return webhook(expression);
    case 'policy':
      return policy(expression);
    case 'patch':
      return mutation({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } });
    case 'json-patch':
      return mutation({ patchType: 'JSONPatch', jsonPatch: { expression } });
    case 'device':
      return {
        apiVersion: 'resource.k8s.io/v1',
        kind: 'DeviceClass',
        ...meta('questions'),
        spec: { selectors: [{ cel: { expression } }] },
      };
  }
}

const PODS = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }];
const ADMISSION = 'admissionregistration.k8s.io/v1';
const PARAMS = { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, variables: [{ name: 'x', expression: '5' }] };

function webhook(expression: string): object {
  return {
    apiVersion: ADMISSION,
    kind: 'ValidatingWebhookConfiguration',
    ...meta('questions'),
    webhooks: [
      {
        name: 'questions.example.com',
        clientConfig: { url: 'https://example.com/' },
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        rules: PODS,
        matchConditions: [{ name: 'question', expression }],
      },
    ],
  };
}

function policy(expression: string): object {
  return {
    apiVersion: ADMISSION,
    kind: 'ValidatingAdmissionPolicy',
    ...meta('questions'),
    spec: { ...PARAMS, matchConstraints: { resourceRules: PODS }, validations: [{ expression }] },
  };
}

function mutation(patch: object): object {
  return {
    apiVersion: ADMISSION,
    kind: 'MutatingAdmissionPolicy',
    ...meta('questions'),
    spec: {
      ...PARAMS,
      matchConstraints: { resourceRules: PODS },
      reinvocationPolicy: 'Never',
      mutations: [patch],
    },
  };
}

/** The reasons that a server gives against the carrier, in one word. */
export function verdictOf(reasons: readonly string[]): string {
  if (reasons.length === 0) return 'accepted';
  return reasons.includes('FieldValueForbidden') ? 'expensive' : 'refused';
}
