import { setOwnField } from '../../values';
import type { Choice, Shape, Struct } from './shape';

/**
 * Copies a value that the decoder took into what the server has in memory: fields that are null are gone, null entries of lists and
 * maps are zero values, structs that are no pointers are there.
 */
export function decodedCopy(value: unknown, shape: Shape): unknown {
  switch (shape.type) {
    case 'struct':
      return structCopy(value as Record<string, unknown>, shape);
    case 'list':
      return Array.isArray(value) ? value.map((item) => entryCopy(item, shape.items)) : value;
    case 'map':
      return mapCopy(value as Record<string, unknown>, shape.values);
    case 'choice':
      return choiceCopy(value, shape);
    default:
      return value;
  }
}

/**
 * The same to look at only: what the copy would have as it is written, most of an object, is the value itself. It takes no memory and must
 * not be changed.
 */
export function decodedView(value: unknown, shape: Shape): unknown {
  return shared(decodedCopy(value, shape), value);
}

function shared(copy: any, value: any): unknown {
  if (copy === value || !isContainer(copy) || !isContainer(value) || Array.isArray(copy) !== Array.isArray(value)) {
    return copy;
  }
  let isSame = true;
  for (const key of Object.keys(copy)) {
    const own = Object.hasOwn(value, key) ? value[key] : undefined;
    const entry = shared(copy[key], own);
    if (entry !== own) isSame = false;
    if (entry !== copy[key]) setOwnField(copy, key, entry);
  }
  return isSame && Object.keys(copy).length === Object.keys(value).length ? value : copy;
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function structCopy(value: Record<string, unknown>, shape: Struct): unknown {
  const copy: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    const child = value[field];
    if (child === null || child === undefined) continue;
    const childShape = shape.fields.get(field);
    if (childShape !== undefined) copy[field] = decodedCopy(child, childShape);
  }
  for (const field of shape.embedded) {
    if (copy[field] === undefined) copy[field] = zeroOf(shape.fields.get(field)!);
  }
  return copy;
}

function choiceCopy(value: unknown, { object, list }: Choice): unknown {
  if (Array.isArray(value)) return list === undefined ? value : decodedCopy(value, list);
  return typeof value === 'object' ? decodedCopy(value, object) : value;
}

function mapCopy(value: Record<string, unknown>, shape: Shape): unknown {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    setOwnField(copy, key, entryCopy(value[key], shape));
  }
  return copy;
}

function entryCopy(value: unknown, shape: Shape): unknown {
  return value === null || value === undefined ? zeroOf(shape) : decodedCopy(value, shape);
}

function zeroOf(shape: Shape): unknown {
  switch (shape.type) {
    case 'struct':
      return structCopy({}, shape);
    case 'list':
      return [];
    case 'map':
      return {};
    case 'value':
      return shape.zero;
    default:
      return null;
  }
}
