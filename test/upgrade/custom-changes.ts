import { gatesOf, type KubernetesVersion, minorOf } from '../../src/facts';

/** Changes of custom resources, with what API servers answer (test/upgrade/custom-resources.test.ts). */

/**
 * A definition whose fields have rules about changes.
 *
 * @param limits `lenient` leaves the limits out, so that objects are stored that the strict one refuses.
 */
export const definition = (limits: 'strict' | 'lenient', version: KubernetesVersion) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'queues.updates.example.com' },
  spec: {
    group: 'updates.example.com',
    scope: 'Namespaced',
    names: { plural: 'queues', singular: 'queue', kind: 'Queue' },
    versions: [
      { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schemaOf(limits === 'strict', version) } },
    ],
  },
});

function schemaOf(isStrict: boolean, version: KubernetesVersion): object {
  const rule = (text: string, more: object = {}) => ({ 'x-kubernetes-validations': [{ rule: text, ...more }] });
  const strict = (limits: object) => (isStrict ? limits : {});
  const part = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 10 },
      weight: { type: 'integer', ...rule('self >= oldSelf', { message: 'weights grow' }) },
    },
  };
  return {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        ...strict({ required: ['class'] }),
        properties: {
          class: { type: 'string', maxLength: 10, ...rule('self == oldSelf', { message: 'class is immutable' }) },
          size: {
            type: 'integer',
            ...rule('self >= oldSelf', { messageExpression: "self < 5 ? 'shrinks below 5' : 'shrinks'" }),
          },
          color: { type: 'string', ...strict({ enum: ['red', 'blue'] }) },
          words: { type: 'array', items: { type: 'string', ...strict({ maxLength: 3 }) } },
          limit: { type: 'integer', ...strict(rule('self < 100')) },
          parts: {
            type: 'array',
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
            items: part,
          },
          labels: {
            type: 'object',
            maxProperties: 5,
            additionalProperties: { type: 'string', maxLength: 10, ...rule('self == oldSelf') },
          },
          level: {
            type: 'integer',
            ...(!gatesOf(minorOf(version)).has('CRDValidationRatcheting')
              ? {}
              : rule('oldSelf.hasValue() || self == 1', { optionalOldSelf: true })),
          },
        },
      },
    },
  };
}

export const queue = (spec: object, metadata: object = {}) => ({
  apiVersion: 'updates.example.com/v1',
  kind: 'Queue',
  metadata: { name: 'jobs', namespace: 'custom-updates', ...metadata },
  spec,
});

export interface CustomChange {
  readonly title: string;
  readonly before: object;
  readonly after: object;
}

const kept = { class: 'fast', color: 'green', words: ['long one', 'ok'], limit: 500 };

/** Changes of specs; those of objects that are not valid any more were created under the lenient definition. */
export const CHANGES: readonly CustomChange[] = [
  { title: 'nothing', before: { class: 'fast' }, after: { class: 'fast' } },
  { title: 'an immutable field', before: { class: 'fast' }, after: { class: 'slow' } },
  { title: 'an immutable field that is new', before: { class: 'a' }, after: { class: 'a', labels: { a: 'b' } } },
  { title: 'more', before: { class: 'a', size: 1 }, after: { class: 'a', size: 2 } },
  { title: 'less', before: { class: 'a', size: 2 }, after: { class: 'a', size: 1 } },
  { title: 'a field that goes', before: { class: 'a', size: 2 }, after: { class: 'a' } },
  {
    title: 'an item, by its key',
    before: {
      class: 'a',
      parts: [
        { name: 'x', weight: 2 },
        { name: 'y', weight: 3 },
      ],
    },
    after: {
      class: 'a',
      parts: [
        { name: 'y', weight: 3 },
        { name: 'x', weight: 1 },
      ],
    },
  },
  {
    title: 'an item that is new',
    before: { class: 'a', parts: [] },
    after: { class: 'a', parts: [{ name: 'x', weight: 0 }] },
  },
  { title: 'an entry of a map', before: { class: 'a', labels: { a: 'b' } }, after: { class: 'a', labels: { a: 'c' } } },
  { title: 'an optional old value that is not there', before: { class: 'a' }, after: { class: 'a', level: 2 } },
  { title: 'an optional old value', before: { class: 'a', level: 1 }, after: { class: 'a', level: 2 } },
  { title: 'nothing of invalid values', before: kept, after: { ...kept, size: 3 } },
  { title: 'an invalid value to another', before: kept, after: { ...kept, color: 'black' } },
  { title: 'an invalid value to a valid one', before: kept, after: { ...kept, color: 'red', limit: 5 } },
  { title: 'a limit beyond the limit', before: kept, after: { ...kept, limit: 600 } },
  { title: 'one of several items', before: kept, after: { ...kept, words: ['long one', 'no'] } },
  { title: 'a list of invalid items to another order', before: kept, after: { ...kept, words: ['ok', 'long one'] } },
  { title: 'a required field that was missing', before: { size: 1 }, after: { size: 1, color: 'red' } },
  { title: 'a required field that goes', before: { class: 'a' }, after: { size: 1 } },
  { title: 'a wrong type', before: { class: 'a', size: 1 }, after: { class: 'a', size: 'one' } },
];
