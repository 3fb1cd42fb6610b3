import type { Mutation } from './bench';
import { anyText, copyWithin, edgeNumber, edgeText, editNumber, editText } from './scalars';
import { addField, addKey, append, graft, otherEnum, regenerate } from './schema';
import {
  addUnknown,
  duplicate,
  empty,
  misspell,
  remove,
  renameKey,
  setNull,
  swapElements,
  wrongType,
} from './structure';

/** Each with its weight. */
export const MUTATIONS: readonly (readonly [number, Mutation])[] = [
  [8, remove],
  [3, setNull],
  [5, misspell],
  [3, renameKey],
  [3, addUnknown],
  [5, wrongType],
  [9, edgeText],
  [4, anyText],
  [9, editText],
  [7, edgeNumber],
  [3, editNumber],
  [5, otherEnum],
  [5, duplicate],
  [1, swapElements],
  [3, empty],
  [14, addField],
  [5, addKey],
  [4, append],
  [5, graft],
  [4, regenerate],
  [5, copyWithin],
];
