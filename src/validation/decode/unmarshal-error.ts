import { hasChange, minorOf } from '../../facts';
import { type KubernetesDocument, resolveSchema } from '../../schema';
import { quantity, type Step } from '../../values';
import { EMBEDDED_PATHS, goTypeKey, type TypedNode, type TypeNames, typedChild, typedRoot } from '../go-types';
import { base64Error, timeError } from './go-errors';

/** Types that decode themselves, from a string or a number. */
const QUANTITY = 'api.resource.Quantity';
const INT_OR_STRING = 'util.intstr.IntOrString';
const TIME = 'meta.v1.Time';
const MICRO_TIME = 'meta.v1.MicroTime';
/** Types of apiextensions that hand their value to a decoder of its own, which begins the path again. */
const OWN_DECODER = /\.JSONSchemaPropsOr(?:Bool|Array|StringArray)$/;
/** The one of them that holds a schema or a list of names. */
const SCHEMA_OR_NAMES = /\.JSONSchemaPropsOrStringArray$/;

/** Names of the versioned package: `v1.Container` for `io.k8s.api.core.v1.Container`. */
const VERSIONED: TypeNames = {
  ofDefinition: (name) => name.split('.').slice(-2).join('.'),
  ofField: (type) => type,
  bytes: '[]uint8',
  object: 'map[string]interface {}',
};

/** Where the decoder is: the last struct it entered, the fields on the way, and what it decodes into. */
interface Position {
  readonly struct: string;
  readonly fields: readonly string[];
  readonly at: TypedNode;
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
  const position = follow(document, definition, steps);
  const key = goTypeKey(position.at.definition);
  switch (key) {
    case QUANTITY:
      return quantity(typeof wrong === 'string' ? JSON.stringify(wrong).slice(1, -1) : JSON.stringify(wrong))[0]!;
    case TIME:
    case MICRO_TIME:
      return typeof wrong === 'string'
        ? timeError(wrong, key === MICRO_TIME)
        : typeError({ ...position, type: 'string' }, wrong);
    case INT_OR_STRING:
      return typeError({ ...position, type: 'int32' }, wrong);
    default:
      return typeError({ ...position, type: position.at.type }, wrong);
  }
}

/** Whether the value belongs to a type that decodes itself: its error ends the decoding, and hides those before it. */
export function decodesItself(document: KubernetesDocument, definition: string, steps: readonly Step[]): boolean {
  const key = goTypeKey(follow(document, definition, steps).at.definition);
  return [QUANTITY, TIME, MICRO_TIME, INT_OR_STRING].includes(key);
}

function follow(document: KubernetesDocument, definition: string, steps: readonly Step[]): Position {
  const start: Position = { struct: '', fields: [], at: typedRoot(document, definition, VERSIONED) };
  return steps.reduce((position, step) => enter(document, position, step), start);
}

function enter(document: KubernetesDocument, { struct, fields, at }: Position, step: Step): Position {
  const isName = typeof step === 'number' && SCHEMA_OR_NAMES.test(at.definition ?? '');
  const child = typedChild(document, at, step, VERSIONED);
  const next = isName ? { ...child, type: 'string' } : child;
  if (typeof step === 'number' || !isStruct(document, at)) return { struct, fields, at: next };
  const key = goTypeKey(at.definition);
  const embedded = hasChange(minorOf(document.kubernetesVersion), 'EmbeddedStructsNamed')
    ? EMBEDDED_PATHS[key]?.[step]
    : undefined;
  const before = at.definition !== undefined && OWN_DECODER.test(at.definition) ? [] : fields;
  return {
    struct: key.slice(key.lastIndexOf('.') + 1),
    fields: [...before, ...(embedded === undefined ? [] : [embedded]), step],
    at: next,
  };
}

function isStruct(document: KubernetesDocument, { node }: TypedNode): boolean {
  return node !== undefined && resolveSchema(document, node).properties !== undefined;
}

function typeError({ struct, fields, type }: Omit<Position, 'at'> & { readonly type: string }, wrong: unknown): string {
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
