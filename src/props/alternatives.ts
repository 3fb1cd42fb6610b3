import type { Shape } from './shape';
import { definitionShape } from './shapes';

/** The alternatives of a shape, aliases resolved. */
export function alternativesOf(shape: Shape): readonly Shape[] {
  if (typeof shape === 'string') return [shape];
  if ('oneOf' in shape) return shape.oneOf.flatMap(alternativesOf);
  const definition = 'ref' in shape ? definitionShape(shape.ref) : undefined;
  return definition !== undefined && 'alias' in definition ? alternativesOf(definition.alias) : [shape];
}
