import { alternativesOf } from './alternatives';
import { plainExample } from './examples';
import { isPlain } from './fits';
import { placeholderValue } from './placeholder';
import { entryAt, parameterOf, stepsOf } from './prop-path';
import type { ObjectShape, ParameterShape, Shape } from './shape';
import { definitionShape } from './shapes';

/** Objects in objects of a valid value. */
const DEPTH = 3;

/** A copy of arguments without what is invalid at a path: an optional prop is left out, a required one gets a valid value. */
export function withoutInvalid(
  parameters: readonly ParameterShape[],
  args: readonly unknown[],
  path: string,
): readonly unknown[] {
  const index = parameterOf(parameters, path);
  if (index < 0 || path === '') return args;
  const { name, shape, optional } = parameters[index]!;
  const steps = stepsOf(path).slice(name === '' ? 0 : 1);
  const own =
    steps.length === 0 && optional === true ? undefined : withoutInvalidIn(args[index], shape, steps, name, '');
  return args.map((value, at) => (at === index ? own : value));
}

function withoutInvalidIn(
  value: unknown,
  shape: Shape,
  steps: readonly string[],
  name: string,
  owner: string,
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return validValue(name, shape, owner);
  if (Array.isArray(value)) {
    const entry = entryShape(shape);
    const at = entryAt(value, step);
    if (entry === undefined || !(at in value)) return value;
    return value.map((one, index) => (index === at ? withoutInvalidIn(one, entry, rest, name, owner) : one));
  }
  if (!isPlain(value)) return validValue(name, shape, owner);
  const found = propShape(value, shape, step);
  if (found === undefined) {
    // An unknown prop, or a key that the construct itself names in another way.
    const { [step]: _, ...others } = value;
    return others;
  }
  // An entry of an optional array goes with the array: another one in its place may be invalid beside others.
  const isEntry = rest.length === 1 && Array.isArray(value[step]) && !found.isRequired;
  if (rest.length > 0 && value[step] !== undefined && !isEntry) {
    return { ...value, [step]: withoutInvalidIn(value[step], found.shape, rest, step, found.owner) };
  }
  if (found.isRequired || isNeeded(step, found.shape)) {
    return { ...value, [step]: validValue(step, found.shape, found.owner) };
  }
  const { [step]: _, ...others } = value;
  // A map without entries may be invalid for that.
  if (found.isEntry === true && Object.keys(others).length === 0) {
    return { [step]: validValue(step, found.shape, found.owner) };
  }
  return others;
}

/** Other props refer to ports, numbers and hosts, and are invalid without them. */
function isNeeded(name: string, shape: Shape): boolean {
  return name === 'host' || name === 'ports' || alternativesOf(shape)[0] === 'number';
}

interface FoundProp {
  readonly shape: Shape;
  readonly owner: string;
  readonly isRequired: boolean;
  /** Of a map. */
  readonly isEntry?: boolean;
}

/** The prop of the alternative that has most of the props of the value. */
function propShape(value: Record<string, unknown>, shape: Shape, step: string): FoundProp | undefined {
  const known = ({ props }: ObjectShape) => Object.keys(value).filter((key) => Object.hasOwn(props, key)).length;
  const found = alternativesOf(shape).flatMap((kind) => {
    if (typeof kind === 'string') return [];
    if ('map' in kind) return [{ shape: kind.map, owner: '', isRequired: false, isEntry: true, weight: 0 }];
    const definition = 'ref' in kind ? definitionShape(kind.ref) : undefined;
    if (definition === undefined || !('props' in definition) || !Object.hasOwn(definition.props, step)) return [];
    const isRequired = definition.required?.includes(step) === true;
    const owner = 'ref' in kind ? kind.ref : '';
    return [{ shape: definition.props[step]!, owner, isRequired, weight: known(definition) }];
  });
  return found.sort((a, b) => b.weight - a.weight)[0];
}

function entryShape(shape: Shape): Shape | undefined {
  const list = alternativesOf(shape).find((kind) => typeof kind === 'object' && 'list' in kind);
  return list === undefined ? undefined : (list as { readonly list: Shape }).list;
}

/** A value that a required prop accepts. A class has a placeholder, which accepts everything. */
export function validValue(name: string, shape: Shape, owner = '', depth = DEPTH): unknown {
  const example = plainExample(name, shape, owner);
  if (example !== undefined) return example;
  const [kind] = alternativesOf(shape);
  if (kind === 'number') return 1;
  if (kind === 'string') return 'x';
  if (kind === 'boolean') return false;
  // Its result is used like that of a right one.
  if (kind === 'function') return placeholderValue(name);
  if (kind === undefined || typeof kind === 'string') return {};
  if ('literals' in kind) return kind.literals[0];
  if ('list' in kind) return [validValue(name, kind.list, owner, depth - 1)];
  if ('map' in kind) return {};
  const definition = 'ref' in kind ? definitionShape(kind.ref) : undefined;
  if (definition === undefined || !('props' in definition) || depth <= 0) return placeholderValue(name);
  const type = (kind as { readonly ref: string }).ref;
  return Object.fromEntries(
    (definition.required ?? []).map((prop) => [prop, validValue(prop, definition.props[prop]!, type, depth - 1)]),
  );
}
