import type { ObjectShape, Shape } from './shape';
import { definitionShape } from './shapes';

/** The alternatives of a shape, aliases resolved. */
export function alternativesOf(shape: Shape): readonly Shape[] {
  if (typeof shape === 'string') return [shape];
  if ('oneOf' in shape) return shape.oneOf.flatMap(alternativesOf);
  const definition = 'ref' in shape ? definitionShape(shape.ref) : undefined;
  return definition !== undefined && 'alias' in definition ? alternativesOf(definition.alias) : [shape];
}

/** The objects with known keys among the alternatives of a shape. */
export function objectsOf(shape: Shape): readonly ObjectShape[] {
  return alternativesOf(shape).flatMap((alternative) => {
    const definition =
      typeof alternative === 'object' && 'ref' in alternative ? definitionShape(alternative.ref) : undefined;
    return definition !== undefined && 'props' in definition ? [definition] : [];
  });
}

/** The props that these objects have. */
export function propsOf(shape: Shape): Readonly<Record<string, Shape>> {
  return Object.assign({}, ...objectsOf(shape).map(({ props }) => props));
}
