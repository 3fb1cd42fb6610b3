import Ajv, { _, type CodeKeywordDefinition, type ErrorObject } from 'ajv';
import fc from 'fast-check';
import { KUBERNETES_VERSIONS } from '../../../src/facts';
import { type KubernetesDocument, kindsOf, loadKubernetesDocument } from '../../../src/schema';
import { decodingErrors, shapeOf } from '../../../src/validation/decode';
import { isBase64, isMicroTime, isQuantity, isTime } from '../../../src/validation/decode/formats';
import { ajvSchema } from './ajv-schema';

/** A JSON Schema validator is the oracle: it finds errors at the same places of any value, whatever its types. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  uint8: [0, 255],
  int32: [-2147483648, 2147483647],
  int64: [-(2 ** 63), 2 ** 63 - 1024],
};
const numbers = (keyword: string, schemaType: 'string' | 'boolean', also: string): CodeKeywordDefinition => ({
  keyword,
  schemaType,
  code(cxt) {
    const { data, schema } = cxt;
    const [low, high] = RANGES[schema === true ? 'int32' : schema]!;
    const isText = also === 'string' ? _`typeof ${data} == "string"` : _`false`;
    cxt.fail(
      _`!(${isText} || ${data} === null || (Number.isInteger(${data}) && ${data} >= ${low} && ${data} <= ${high}))`,
    );
  },
});

function oracle(document: KubernetesDocument) {
  const ajv = new Ajv({
    ...{
      strict: false,
      allErrors: true,
      validateSchema: false,
      logger: false,
      addUsedSchema: false,
      inlineRefs: false,
    },
    formats: { byte: isBase64, time: isTime, 'micro-time': isMicroTime, quantity: isQuantity },
    keywords: [numbers('wholeNumber', 'string', ''), numbers('intOrString', 'boolean', 'string')],
  });
  const added = new Set<string>();
  const add = (key: string): void => {
    if (added.has(key)) return;
    added.add(key);
    const { schema, refs } = ajvSchema(key, (name) => document.definitions[name]);
    ajv.addSchema(schema, key);
    for (const ref of refs) add(ref);
  };
  return (name: string, value: unknown): string[] => {
    add(name);
    const validate = ajv.getSchema(name)!;
    validate(value);
    return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(placeOf);
  };
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const unescaped = instancePath.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  return keyword === 'additionalProperties'
    ? JSON.stringify([...unescaped, params.additionalProperty, 'unknown'])
    : JSON.stringify(unescaped);
}

const ours = (document: KubernetesDocument, name: string, value: unknown): string[] =>
  decodingErrors(value, shapeOf(document, name)).map(({ steps, problem }) =>
    JSON.stringify(['', ...steps.map(String), ...(problem === 'unknown-field' ? ['unknown'] : [])]),
  );

/** Values of every type, some of which are what some field holds. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'web',
    '80',
    '1Gi',
    'YWJj',
    '2024-02-29T00:00:00Z',
    '2024-02-29T00:00:00.000000Z',
  ),
  fc.constantFrom<unknown>(0, -1, 80, 255, 256, 0.5, 2 ** 31, 2 ** 31 - 1, 2 ** 63, -(2 ** 64), 1e30),
);

/** Fills the fields of a definition, mostly as the document describes them, now and then with something else. */
function manifestOf(document: KubernetesDocument, name: string, depth: number): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    scalar,
    fc.dictionary(fc.constantFrom('a', 'name', '__proto__', 'constructor'), scalar),
    fc.array(scalar, { maxLength: 2 }),
  );
  const of = (node: any, left: number): fc.Arbitrary<unknown> => {
    if (left === 0 || node === undefined) return other;
    const described = (): fc.Arbitrary<unknown> => {
      if (node.$ref !== undefined) return of(document.definitions[node.$ref.slice('#/definitions/'.length)], left);
      if (node.properties !== undefined) {
        const fields = Object.keys(node.properties);
        return fc
          .uniqueArray(fc.constantFrom(...fields, 'nowhere', '__proto__'), { maxLength: 4 })
          .chain((chosen) =>
            fc.tuple(
              ...chosen.map((field) => of(node.properties[field], left - 1).map((value) => [field, value] as const)),
            ),
          )
          .map((entries) =>
            JSON.parse(
              `{${entries.map(([field, value]) => `${JSON.stringify(field)}:${JSON.stringify(value)}`).join()}}`,
            ),
          );
      }
      if (node.type === 'array') return fc.array(of(node.items, left - 1), { maxLength: 2 });
      if (node.type === 'object')
        return fc.dictionary(fc.constantFrom('a', 'b/c', '~'), of(node.additionalProperties, left - 1), { maxKeys: 2 });
      return scalar;
    };
    return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined).chain(described) }, { weight: 1, arbitrary: other });
  };
  return of({ $ref: `#/definitions/${name}` }, depth);
}

test.each(KUBERNETES_VERSIONS)('finds errors where a JSON Schema validator does, in every kind of %s', (version) => {
  const document = loadKubernetesDocument(version);
  const expected = oracle(document);
  const names = kindsOf(document).map(({ name }) => name);
  const kind = fc
    .constantFrom(...names)
    .chain((name) => manifestOf(document, name, 8).map((value) => ({ name, value })));
  fc.assert(
    fc.property(kind, ({ name, value }) => {
      expect(ours(document, name, value).sort()).toEqual(expected(name, value).sort());
    }),
    { numRuns: 300 },
  );
});

test('finds errors where a JSON Schema validator does in schemas within schemas', () => {
  const document = loadKubernetesDocument('1.36');
  const expected = oracle(document);
  const name = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps';
  fc.assert(
    fc.property(manifestOf(document, name, 10), (value) => {
      expect(ours(document, name, value).sort()).toEqual(expected(name, value).sort());
    }),
    { numRuns: 2000 },
  );
});
