import { CustomResources } from '../../../src/schema/custom-resources';
import { validate } from '../../../src/validation/validate';

const customResources = new CustomResources([
  {
    '//': '',
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [
      {
        name: 'v1',
        storage: true,
        subresources: ['status'],
        schema: {
          type: 'object',
          properties: {
            spec: {
              type: 'object',
              required: ['size'],
              properties: {
                size: { type: 'integer', format: 'int32', minimum: 1 },
                color: { type: 'string', enum: ['red', 'green'], default: 'red' },
                name: { type: 'string', pattern: '^(?i)[a-z]+$' },
                free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
                parts: {
                  type: 'array',
                  'x-kubernetes-list-type': 'map',
                  'x-kubernetes-list-map-keys': ['name'],
                  items: { type: 'object', properties: { name: { type: 'string' }, weight: { type: 'integer' } } },
                },
              },
              'x-kubernetes-validations': [
                {
                  rule: "self.color != 'green' || self.size <= 3",
                  message: 'green ones are small',
                  fieldPath: '.size',
                },
                { rule: '!has(self.parts) || !has(self.parts[0].weight) || self.parts[0].weight > 0' },
                { rule: 'self.size >= oldSelf.size', message: 'never shrinks' },
              ],
            },
            status: { type: 'object', properties: { phase: { type: 'string' } }, required: ['phase'] },
          },
        },
      },
    ],
  },
]);

const widget = (spec: object, more: object = {}) => ({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata: { name: 'one' },
  spec: { size: 1, ...spec },
  ...more,
});
const check = (object: object) =>
  validate([object], { kubernetesVersion: '1.36', customResources }).map(
    ({ path, reason, severity }) => `${path} ${reason}${severity === 'error' ? '' : ` (${severity})`}`,
  );

/** Verdicts of kube-apiserver 1.36.3 for a CustomResourceDefinition with this schema. */
test.each<[string, object, string[]]>([
  ['a sound object', widget({}), []],
  ['an unknown field', widget({ colur: 'red' }), ['spec.colur UnknownField']],
  [
    'an unknown field of metadata',
    widget({}, { metadata: { name: 'one', label: {} } }),
    ['metadata.label UnknownField'],
  ],
  ['a field without a name', widget({}, { metadata: { name: 'one', '': 1 } }), ['metadata. UnknownField']],
  ['fields that are kept', widget({ free: { anything: { goes: 1 } } }), []],
  ['metadata that cannot be read', widget({}, { metadata: { name: 1 } }), ['metadata.name BadRequest']],
  ['a name', widget({}, { metadata: { name: 'One' } }), ['metadata.name FieldValueInvalid']],
  [
    'a finalizer without a domain',
    widget({}, { metadata: { name: 'one', finalizers: ['cleanup'] } }),
    ['metadata.finalizers Warning (warning)'],
  ],
  ['a status, which is dropped', widget({}, { status: {} }), []],
  ['null for a field that can not be null', widget({ color: null }), []],
  ['a pattern of RE2', widget({ name: 'ABC' }), []],
  ['a pattern of RE2 that does not match', widget({ name: '1' }), ['spec.name FieldValueInvalid']],
  [
    'a wrong type, after which rules are not evaluated',
    widget({ size: 'big' }),
    ['spec.size FieldValueTypeInvalid', '<nil> FieldValueInvalid'],
  ],
  ['an enum', widget({ color: 'blue' }), ['spec.color FieldValueNotSupported', '<nil> FieldValueInvalid']],
  [
    'two entries with one key',
    widget({ parts: [{ name: 'a' }, { name: 'a' }] }),
    ['spec.parts[1] FieldValueDuplicate'],
  ],
  ['a rule with a field path', widget({ color: 'green', size: 4 }), ['spec.size FieldValueInvalid']],
  ['a rule over an entry of a list', widget({ parts: [{ name: 'a', weight: 0 }] }), ['spec FieldValueInvalid']],
])('%s', (_, object, expected) => {
  expect(check(object)).toEqual(expected);
});

/** Answers of kube-apiserver 1.28.15, 1.35.4 and 1.36.3. */
test.each([
  [5, 'json: cannot unmarshal number into Go value of type v1.ObjectMeta'],
  [{ name: 5 }, 'json: cannot unmarshal number into Go struct field ObjectMeta.name of type string'],
  [
    { name: 'x', ownerReferences: [{ kind: 1 }] },
    'json: cannot unmarshal number into Go struct field OwnerReference.ownerReferences.kind of type string',
  ],
  [
    { name: 'x', creationTimestamp: 'x' },
    'parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"',
  ],
])('metadata that cannot be read: %j', (metadata, message) => {
  const findings = validate([widget({}, { metadata })], { kubernetesVersion: '1.36', customResources });
  expect(findings.map((finding) => finding.message)).toEqual([message]);
});

test('a rule that cannot be evaluated is reported', () => {
  const undecidable = new CustomResources([
    {
      '//': '',
      group: 'example.com',
      scope: 'Cluster',
      names: { kind: 'Odd', plural: 'odds' },
      versions: [
        {
          name: 'v1',
          storage: true,
          subresources: [],
          schema: { type: 'object', 'x-kubernetes-validations': [{ rule: 'nobody.knows(self)' }] },
        },
      ],
    },
  ]);
  const odd = { apiVersion: 'example.com/v1', kind: 'Odd', metadata: { name: 'one' } };
  const findings = validate([odd], { kubernetesVersion: '1.36', customResources: undecidable });
  expect(findings).toMatchObject([{ rule: 'custom-resource-expression-undecided', severity: 'warning' }]);
});
