import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { quantity } from '../../values';
import { EMBEDDED_PATHS, GO_TYPES } from '../go-types';
import { base64Error, timeError } from './go-errors';
import type { Step } from './pointer';

/** First minor version whose decoder names embedded structs in the path. */
const NAMES_EMBEDDED = 35;
/** Types that decode themselves, from a string or a number. */
const QUANTITY = 'api.resource.Quantity';
const INT_OR_STRING = 'util.intstr.IntOrString';
const TIME = 'meta.v1.Time';
const MICRO_TIME = 'meta.v1.MicroTime';
/** Types of apiextensions that hand their value to a decoder of its own, which begins the path again. */
const OWN_DECODER = /\.JSONSchemaPropsOr(?:Bool|Array|StringArray)$/;

/** Where the decoder is: the last struct it entered, the fields on the way, and the Go type it decodes into. */
interface Position {
  readonly struct: string;
  readonly fields: readonly string[];
  readonly type: string;
  readonly node: SchemaNode | undefined;
}

/**
 * The error of the server's JSON decoder for a value that does not fit the type of its field:
 * `json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/json
 */
export function unmarshalError(
  document: KubernetesDocument,
  definition: string,
  steps: readonly Step[],
  wrong: unknown,
): string {
  const { at, name } = follow(document, definition, steps);
  switch (keyOf(name)) {
    case QUANTITY:
      return quantity(typeof wrong === 'string' ? JSON.stringify(wrong).slice(1, -1) : JSON.stringify(wrong))[0]!;
    case TIME:
    case MICRO_TIME:
      if (typeof wrong === 'string') return timeError(wrong, keyOf(name) === MICRO_TIME);
      return typeError({ ...at, type: 'string' }, wrong);
    case INT_OR_STRING:
      return typeError({ ...at, type: 'int32' }, wrong);
    default:
      return typeError(at, wrong);
  }
}

/** Whether the value belongs to a type that decodes itself: its error ends the decoding, and hides those before it. */
export function decodesItself(document: KubernetesDocument, definition: string, steps: readonly Step[]): boolean {
  return [QUANTITY, TIME, MICRO_TIME, INT_OR_STRING].includes(keyOf(follow(document, definition, steps).name));
}

function follow(document: KubernetesDocument, definition: string, steps: readonly Step[]) {
  let at: Position = { struct: '', fields: [], type: shortName(definition), node: document.definitions[definition] };
  let name: string | undefined = definition;
  for (const step of steps) {
    at = enter(document, at, name, step);
    name = at.node === undefined ? undefined : definitionNameOf(at.node);
  }
  return { at, name };
}

function enter(document: KubernetesDocument, at: Position, name: string | undefined, step: Step): Position {
  const schema = at.node === undefined ? undefined : resolveSchema(document, at.node);
  if (typeof step === 'number') {
    const type = at.type.startsWith('[]') ? at.type.slice(2) : typeOf(document, schema?.items);
    return { ...at, type: at.type === '[]uint8' ? 'uint8' : type, node: schema?.items };
  }
  if (schema?.properties === undefined) {
    const values = typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    const type = at.type.startsWith('map[') ? at.type.slice(at.type.indexOf(']') + 1) : typeOf(document, values);
    return { ...at, type, node: values };
  }
  const key = keyOf(name);
  const node = schema.properties[step];
  const embedded =
    Number(document.kubernetesVersion.slice(2)) >= NAMES_EMBEDDED ? EMBEDDED_PATHS[key]?.[step] : undefined;
  const before = name !== undefined && OWN_DECODER.test(name) ? [] : at.fields;
  return {
    struct: key.slice(key.lastIndexOf('.') + 1),
    fields: [...before, ...(embedded === undefined ? [] : [embedded]), step],
    type: GO_TYPES[key]?.[step] ?? typeOf(document, node),
    node,
  };
}

function typeOf(document: KubernetesDocument, node: SchemaNode | undefined): string {
  if (node === undefined) return 'interface {}';
  const name = definitionNameOf(node);
  if (name !== undefined) return shortName(name);
  switch (node.type) {
    case 'string':
      return node.format === 'byte' ? '[]uint8' : 'string';
    case 'integer':
      return node.format === 'int32' ? 'int32' : 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'array':
      return `[]${typeOf(document, node.items)}`;
    case 'object':
      return typeof node.additionalProperties === 'object'
        ? `map[string]${typeOf(document, node.additionalProperties)}`
        : 'map[string]interface {}';
    default:
      return 'interface {}';
  }
}

function typeError({ struct, fields, type }: Position, wrong: unknown): string {
  if (type === '[]uint8' && typeof wrong === 'string') return base64Error(wrong);
  const where = struct === '' ? 'Go value' : `Go struct field ${struct}.${fields.join('.')}`;
  return `json: cannot unmarshal ${valueWord(wrong, type)} into ${where} of type ${type}`;
}

/** The decoder shows numbers only where another number would do. */
function valueWord(value: unknown, type: string): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number')
    return /^(?:u?int|float)\d+$/.test(type) ? `number ${JSON.stringify(value)}` : 'number';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/** `core.v1.Container` for `io.k8s.api.core.v1.Container`. */
function keyOf(name: string | undefined): string {
  return name === undefined ? '' : name.split('.').slice(-3).join('.');
}

/** `v1.Container` for `io.k8s.api.core.v1.Container`. */
function shortName(name: string): string {
  return name.split('.').slice(-2).join('.');
}
