import { isSensitive } from './describe';
import type { Shape } from './shape';
import { definitionShape } from './shapes';

/** Whether the value is of this kind, whatever it contains. */
export function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (shape === 'function') return typeof value === 'function' && !isClass(value);
  if (typeof shape === 'string') return typeof value === shape;
  if ('list' in shape) return Array.isArray(value);
  if ('map' in shape) return isPlain(value) && !Array.isArray(value);
  if ('literals' in shape) return shape.literals.some((literal) => typeof literal === typeof value);
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    isSensitive(value) !== isSecretShape(shape)
  ) {
    return false;
  }
  const definition = 'ref' in shape ? definitionShape(shape.ref)! : undefined;
  if (definition === undefined || 'alias' in definition) return true;
  if ('instanceOf' in definition) {
    // Interfaces of cdk8s and constructs can be implemented by an object.
    const isInterface = /^I[A-Z]/.test(definition.instanceOf);
    return (isInterface || !isPlain(value)) && definition.members.every((member) => member in value);
  }
  if (isPlain(value)) return true;
  // An instance of a class that has the props, such as a workload for { name }.
  const { props, required = [] } = definition;
  return required.every((name) => name in value) && Object.keys(props).some((name) => name in value);
}

/** A class in place of an instance: `qos: Qos`. */
function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

function isSecretShape(shape: Shape): boolean {
  return typeof shape === 'object' && 'ref' in shape && shape.ref === 'Sensitive';
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype !== undefined && (prototype === null || Object.getPrototypeOf(prototype) === null);
}

/** A value that cdk8s produces when it renders. */
export function isLazy(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'producer' in value;
}
