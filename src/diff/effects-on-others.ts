import type { InputObject } from '../findings';
import type { PlannedUpdate } from '../upgrade';
import { admissionEffects, type Server } from './effects/admitted';
import { lostEffects } from './effects/lost';
import { staleEffects } from './effects/stale';
import { topologyOf, trafficEffects } from './effects/traffic';
import { lostWaysIn, waysInOf } from './effects/ways-in';
import type { Rename } from './renames';
import type { Consequence, Pair } from './types';

/** What applying one new manifest does to its object alone. */
export interface PlannedChange {
  readonly input: InputObject;
  /** Undefined for a new object. */
  readonly pair?: Pair;
  /** Undefined for a new object and for an equal manifest. */
  readonly plan?: PlannedUpdate;
  readonly refused: readonly Consequence[];
}

/** What changes do to other objects and connections, by the object that it is said of. */
export interface EffectsOnOthers {
  readonly of: (input: InputObject) => readonly Consequence[];
}

export const NO_EFFECTS: EffectsOnOthers = { of: () => [] };

/** Compares all objects as they are in the cluster before and afterwards: what is refused stays as it is. */
export function effectsOnOthers(
  previous: readonly InputObject[],
  changes: readonly PlannedChange[],
  renames: readonly Rename[],
  server: Server,
): EffectsOnOthers {
  const isEqual = previous.length === changes.length && changes.every(({ pair, plan }) => pair !== undefined && !plan);
  if (isEqual) return NO_EFFECTS;
  const planned = new Map(changes.map(({ pair, plan }) => [pair?.before, plan]));
  const before = previous.map((input) => planned.get(input)?.before ?? input.object);
  const after = changes.map(({ input, pair, plan, refused }) =>
    plan === undefined ? (pair?.before ?? input).object : refused.length > 0 ? plan.before : plan.after,
  );
  const positions = new Map(previous.map((input, position) => [input, position]));
  const renamedFrom = new Map(renames.map((rename) => [rename.after, rename.before]));
  const positionsOfObjects = new Map(previous.map(({ object }, position) => [object, position]));
  const previousOf = changes.map(({ pair, input }) =>
    pair === undefined ? positionsOfObjects.get(renamedFrom.get(input.object)) : positions.get(pair.before),
  );
  const lost = lostEffects(before, after, previousOf, server.kubernetesVersion);
  const topologies = [topologyOf(before), topologyOf(after)] as const;
  const pairs = changes.flatMap(({ pair }, position) =>
    pair === undefined ? [] : [{ before: before[positions.get(pair.before)!], after: after[position] }],
  );
  const stale = staleEffects(pairs);
  const notAdmitted = admissionEffects(before, after, pairs, server);
  const waysIn = waysInOf(after);
  const found = new Map<InputObject, readonly Consequence[]>();
  for (const [position, { input }] of changes.entries()) {
    const object = after[position];
    const old = previousOf[position] === undefined ? undefined : before[previousOf[position]];
    const effects = [
      ...(old === undefined ? [] : trafficEffects(old, object, ...topologies)),
      ...(lost.after.get(position) ?? []),
      ...(stale.get(object) ?? []),
      ...(notAdmitted.get(object) ?? []),
      ...(old === undefined ? [] : lostWaysIn(old, object, waysIn)),
    ];
    found.set(input, effects);
  }
  const isThere = new Set(previousOf);
  for (const [position, input] of previous.entries()) {
    if (isThere.has(position)) continue;
    found.set(input, [...(lost.before.get(position) ?? []), ...lostWaysIn(before[position], undefined, waysIn)]);
  }
  return { of: (input) => found.get(input) ?? [] };
}
