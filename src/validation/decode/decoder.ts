import Ajv, { _, type CodeKeywordDefinition, type ErrorObject, type KeywordCxt, type ValidateFunction } from 'ajv';
import type { KubernetesDocument } from '../../schema';
import { ajvSchema } from './ajv-schema';
import { isBase64, isMicroTime, isQuantity, isTime } from './formats';

/** Checks whether a value could be read into a definition; what it finds is the list that ajv gives. */
export type Decoder = (value: unknown) => readonly ErrorObject[];

/** Whole numbers that Go's types can hold. The bound of int64 is what JavaScript makes of 2^63-1, too. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  uint8: [0, 255],
  int32: [-2147483648, 2147483647],
  int64: [-(2 ** 63), 2 ** 63],
};

const wholeNumber: CodeKeywordDefinition = {
  keyword: 'wholeNumber',
  schemaType: 'string',
  code(cxt: KeywordCxt) {
    const { data, schema } = cxt;
    const [low, high] = RANGES[schema]!;
    cxt.fail(_`!(${data} === null || (Number.isInteger(${data}) && ${data} >= ${low} && ${data} <= ${high}))`);
  },
};

const intOrString: CodeKeywordDefinition = {
  keyword: 'intOrString',
  schemaType: 'boolean',
  code(cxt: KeywordCxt) {
    const { data } = cxt;
    const [low, high] = RANGES.int32!;
    cxt.fail(
      _`!(typeof ${data} == "string" || ${data} === null || (Number.isInteger(${data}) && ${data} >= ${low} && ${data} <= ${high}))`,
    );
  },
};

const documents = new WeakMap<KubernetesDocument, (name: string) => Decoder>();

/** The decoder of a definition. Compiled at first use; definitions that several kinds share are compiled once. */
export function decoderOf(document: KubernetesDocument, definition: string): Decoder {
  let decoders = documents.get(document);
  if (decoders === undefined) {
    decoders = decodersOf(document);
    documents.set(document, decoders);
  }
  return decoders(definition);
}

function decodersOf(document: KubernetesDocument): (name: string) => Decoder {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    messages: false,
    logger: false,
    addUsedSchema: false,
    // Inlining shared definitions would compile them again for every use.
    inlineRefs: false,
    code: { optimize: false },
    formats: { byte: isBase64, time: isTime, 'micro-time': isMicroTime, quantity: isQuantity },
    keywords: [wholeNumber, intOrString],
  });
  const added = new Set<string>();
  const add = (key: string): void => {
    if (added.has(key)) return;
    added.add(key);
    const { schema, refs } = ajvSchema(key, (name) => document.definitions[name]);
    ajv.addSchema(schema, key);
    for (const ref of refs) add(ref);
  };
  const compiled = new Map<string, Decoder>();
  return (name) => {
    let decoder = compiled.get(name);
    if (decoder === undefined) {
      add(name);
      const validate = ajv.getSchema(name) as ValidateFunction;
      decoder = (value) => (validate(value) ? [] : (validate.errors ?? []));
      compiled.set(name, decoder);
    }
    return decoder;
  };
}
