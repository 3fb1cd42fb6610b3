import { alternativesOf, objectsOf, propsOf } from './alternatives';
import type { ObjectShape, ParameterShape, Shape } from './shape';
import { callNames, callShape, definitionShape } from './shapes';
import { shownValue } from './shown-value';

/**
 * What is meant by a prop that an object does not have, but that another alternative of a union has: another object, such as
 * `{ name, port }` in place of `{ service }`, or a class with a factory of that name, such as `Probes.http("/")` for
 * `{ http: "/" }`.
 *
 * @param path of the object.
 * @param given props that are set.
 * @param others the other alternatives.
 */
export function suggestOther(
  path: string,
  word: string,
  value: unknown,
  shape: ObjectShape,
  given: readonly string[],
  others: readonly Shape[],
): string | undefined {
  const object = others.flatMap(objectsOf).find(({ props }) => Object.hasOwn(props, word));
  if (object !== undefined) {
    const keys = [...new Set([...(object.required ?? []), word])];
    const instead = given.filter((name) => Object.hasOwn(shape.props, name) && !Object.hasOwn(object.props, name));
    return `use { ${keys.join(', ')} }${instead.length === 0 ? '' : ` without ${instead.join(', ')}`}`;
  }
  const call = others
    .flatMap(classOf)
    .map((name) => factoryCall(name, word, value))
    .find((one) => one !== undefined);
  const prop = /\w+$/.exec(path)?.[0];
  return call && `use ${prop === undefined ? '' : `${prop}: `}${call}`;
}

function classOf(shape: Shape): readonly string[] {
  const definition = typeof shape === 'object' && 'ref' in shape ? definitionShape(shape.ref) : undefined;
  return definition !== undefined && 'instanceOf' in definition ? [definition.instanceOf] : [];
}

/** `Probes.http("/")` for `http` or for its first parameter, `path`. */
function factoryCall(type: string, word: string, value: unknown): string | undefined {
  const own = callShape(`${type}.${word}`);
  if (own !== undefined) return `${type}.${word}(${argumentsFor(own, value)})`;
  const byParameter = callNames().find((name) => name.startsWith(`${type}.`) && callShape(name)![0]?.name === word);
  return byParameter && `${byParameter}(${argument(word, value, callShape(byParameter)![0]!.shape)})`;
}

function argumentsFor([first, ...rest]: readonly ParameterShape[], value: unknown): string {
  if (first === undefined) return '';
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (first.name === '') return isObject ? written(value, first.shape) : writtenAlone(value, first.shape);
  if (!isObject) return argument(first.name, value, first.shape);
  const { [first.name]: main, ...options } = value as Record<string, unknown>;
  const all = [argument(first.name, main, first.shape)];
  if (Object.keys(options).length > 0) all.push(rest[0] === undefined ? '…' : written(options, rest[0].shape));
  return all.join(', ');
}

/** A value in place of an object: the port of `{ tcp: 8080 }`. */
function writtenAlone(value: unknown, shape: Shape): string {
  const port = propsOf(shape).port;
  return port !== undefined && value !== true ? `{ port: ${shownValue('', value, port)} }` : '';
}

function written(options: object, shape: Shape): string {
  const props = propsOf(shape);
  const entries = Object.entries(options).map(([name, value]) => `${name}: ${argument(name, value, props[name])}`);
  return entries.length === 0 ? '' : `{ ${entries.join(', ')} }`;
}

function argument(name: string, value: unknown, shape: Shape | undefined): string {
  const isList =
    shape !== undefined && alternativesOf(shape).some((kind) => typeof kind === 'object' && 'list' in kind);
  if (!isList) return shownValue(name, value, shape);
  return `[${(Array.isArray(value) ? value : [value]).map((entry) => shownValue(name, entry)).join(', ')}]`;
}
