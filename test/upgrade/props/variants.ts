import type { Chart } from 'cdk8s';
import type { Definition, ObjectShape, Shape } from '../../../src/props/shape';
import { definitionShape } from '../../../src/props/shapes';
import { type ExampleValue, OF_PROP, OF_TYPE } from './example-values';

/** How deep objects in props are varied; below, they only have what is required. */
const DEPTH = 1;

/** Example values of a prop: of each alternative of its type, and of each prop of the objects in it. */
export function valuesOf(owner: string, prop: string, shape: Shape, depth = DEPTH): ExampleValue[] {
  const named = OF_PROP[`${owner}.${prop}`];
  if (named !== undefined) return [...named];
  let isText = false;
  const values = alternativesOf(shape).flatMap((kind): readonly ExampleValue[] => {
    if (kind === 'boolean') return [() => true, () => false];
    if (typeof kind === 'string' || 'map' in kind) {
      const isFirst = !isText;
      isText = true;
      const byName = isFirst ? OF_PROP[prop] : undefined;
      return byName ?? mapValues(owner, prop, kind, depth);
    }
    if ('literals' in kind) return kind.literals.map((literal) => () => literal);
    if ('list' in kind) return OF_PROP[prop] ?? listValues(owner, prop, kind.list, depth);
    if (!('ref' in kind)) return [];
    return OF_TYPE[kind.ref] ?? objectValues(kind.ref, depth);
  });
  return values;
}

function mapValues(owner: string, prop: string, kind: Shape, depth: number): ExampleValue[] {
  if (typeof kind === 'string' || !('map' in kind)) return [];
  return valuesOf(owner, prop, kind.map, depth).map((value) => (chart) => ({ first: value(chart) }));
}

function listValues(owner: string, prop: string, item: Shape, depth: number): ExampleValue[] {
  return valuesOf(owner, prop, item, depth).map((value) => (chart) => [value(chart)]);
}

/** An object with what is required, and with each of its other props and values. */
function objectValues(name: string, depth: number): ExampleValue[] {
  const definition: Definition | undefined = definitionShape(name);
  if (definition === undefined || !('props' in definition)) return [];
  const base = requiredOf(name, definition);
  if (depth === 0) return [base];
  const one = Object.entries(definition.props).flatMap(([prop, shape]) =>
    valuesOf(name, prop, shape, depth - 1).map(
      (value): ExampleValue =>
        (chart) => ({ ...(base(chart) as object), [prop]: value(chart) }),
    ),
  );
  return [base, ...one];
}

function requiredOf(name: string, { props, required = [] }: ObjectShape): ExampleValue {
  const values = required.map((prop) => [prop, valuesOf(name, prop, props[prop]!, 0)[0]] as const);
  return (chart: Chart) => Object.fromEntries(values.map(([prop, value]) => [prop, value?.(chart)]));
}

function alternativesOf(shape: Shape): readonly Exclude<Shape, { readonly oneOf: readonly Shape[] }>[] {
  if (typeof shape === 'object' && 'oneOf' in shape) return shape.oneOf.flatMap(alternativesOf);
  if (typeof shape === 'object' && 'ref' in shape && OF_TYPE[shape.ref] === undefined) {
    const definition = definitionShape(shape.ref);
    if (definition !== undefined && 'alias' in definition) return alternativesOf(definition.alias);
  }
  return [shape as Exclude<Shape, { readonly oneOf: readonly Shape[] }>];
}
