import { identityOf, isKind, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { type InputObject, inputOf, placeOf, type RawFinding } from '../findings';
import type { CustomResources } from '../schema';
import { type ApplyMode, definedIn, type Fields, isFields, planUpdate, refusedCreation, sameJson } from '../upgrade';
import { requireArguments } from '../values';
import { comparableOf } from './comparable';
import { claimEffects } from './effects/claims';
import { conflictEffects } from './effects/conflicts';
import { dataOfChange, dataOfRemoved, dataOfRenamed } from './effects/data';
import { podEffects } from './effects/pods';
import { newContent, renamed } from './effects/renamed';
import { scalingEffects } from './effects/scaling';
import { secretEffects } from './effects/secrets';
import { type Topology, topologyOf, trafficEffects } from './effects/traffic';
import { type ChangedField, fieldChanges } from './field-changes';
import { markGenerated } from './generated-values';
import { findRenames, type Rename } from './renames';
import {
  type Consequence,
  type DiffIssue,
  type DiffOptions,
  EFFECTS,
  type FieldChange,
  type ManifestDiff,
  type ObjectDiff,
  type Pair,
  type Position,
} from './types';
import { unknownKinds } from './unknown-kinds';

interface Context {
  readonly options: {
    readonly kubernetesVersion: KubernetesVersion;
    readonly applyMode: ApplyMode;
    readonly customResources: CustomResources;
  };
  /** All new ones. */
  readonly objects: readonly unknown[];
  /** Undefined when not all objects of both sides are known. */
  readonly traffic: { readonly before: Topology; readonly after: Topology } | undefined;
}

/** What `diffManifests` does; its own file, which is loaded with all that it needs at the first call. */
export function diffManifests(
  previous: readonly unknown[] | readonly InputObject[],
  next: readonly unknown[] | readonly InputObject[],
  options: DiffOptions = {},
): ManifestDiff {
  requireArguments('diffManifests', {
    previous: [previous, 'an array'],
    next: [next, 'an array'],
    options: [options, 'an object'],
  });
  const { kubernetesVersion, applyMode, customResources, allowKinds = [], unread = [] } = options;
  const issues: DiffIssue[] = [...unread];
  const before = byIdentity(previous.map(inputOf), 'before', issues);
  const after = byIdentity(next.map(inputOf), 'after', issues);
  const context: Context = {
    options: {
      kubernetesVersion: kubernetesVersion ?? NEWEST_VERSION,
      applyMode: applyMode ?? 'client',
      customResources: customResources ?? definedIn([...after.values()].map(({ object }) => object)),
    },
    objects: [...after.values()].map(({ object }) => object),
    traffic:
      unread.length > 0
        ? undefined
        : {
            before: topologyOf([...before.values()].map(({ object }) => object)),
            after: topologyOf([...after.values()].map(({ object }) => object)),
          },
  };
  const known = { kubernetesVersion, allowKinds, customResources: context.options.customResources };
  issues.push(...unknownKinds([...after.values()], known, (input) => positionOf(input, '')));
  const [unreadBefore, unreadAfter] = (['before', 'after'] as const).map((side) =>
    unread.find((issue) => issue.side === side),
  );
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, input]) => input);
  const removed = unreadAfter === undefined ? gone : [];
  if (unreadAfter !== undefined && gone.length > 0) issues.push(leftOut('removed', gone.length, unreadAfter));
  const fresh = [...after].filter(([key]) => !before.has(key)).map(([, input]) => input);
  const added = unreadBefore === undefined ? fresh : [];
  if (unreadBefore !== undefined && fresh.length > 0) issues.push(leftOut('new', fresh.length, unreadBefore));
  const renames = findRenames(
    removed.map(({ object }) => object),
    added.map(({ object }) => object),
  );
  const objects: ObjectDiff[] = [];
  let unchanged = 0;
  for (const [key, input] of after) {
    const old = before.get(key);
    if (old === undefined && unreadBefore !== undefined) continue;
    const diff =
      old === undefined
        ? newObject(input, removed, renames, context)
        : changedObject({ before: old, after: input }, context);
    if (diff === undefined) unchanged++;
    else objects.push(diff);
  }
  const isRenamed = new Set(renames.map((rename) => rename.before));
  for (const input of removed) if (!isRenamed.has(input.object)) objects.push(removedObject(input));
  return { objects, unchanged, issues };
}

/** Objects of one side alone, which the file that could not be read may have too. */
function leftOut(what: 'removed' | 'new', count: number, { side, position }: DiffIssue): DiffIssue {
  const objects = count === 1 ? '1 object' : `${count} objects`;
  const file = position?.file ?? 'an input';
  return { side, message: `${objects} may be ${what}, which is not known because ${file} could not be read` };
}

/** Objects by identity. Of several with the same identity, the last is compared, as it is what is applied last. */
function byIdentity(
  inputs: readonly InputObject[],
  side: DiffIssue['side'],
  issues: DiffIssue[],
): ReadonlyMap<string, InputObject> {
  const objects = new Map<string, InputObject>();
  for (const input of inputs) {
    const { object } = input;
    const comparable = comparableOf(object);
    const position = positionOf(input, '');
    if ('obstacle' in comparable) {
      issues.push({ side, message: comparable.obstacle, position });
      continue;
    }
    const { key } = comparable;
    if (objects.has(key)) {
      const identity = identityOf(object);
      const name = `${identity.kind} ${JSON.stringify(identity.name)}`;
      issues.push({
        side,
        message: `duplicate object: ${name} is defined more than once; the last is compared`,
        position,
      });
    }
    objects.set(key, input);
  }
  return objects;
}

function changedObject(pair: Pair, context: Context): ObjectDiff | undefined {
  const [old, now] = [pair.before.object, pair.after.object] as [Fields, Fields];
  const { traffic: both } = context;
  const traffic = both === undefined ? [] : trafficEffects(now, both.before, both.after);
  if (sameJson(old, now) && traffic.length === 0) return undefined;
  const { kubernetesVersion, applyMode, customResources } = context.options;
  const { findings, before, after } = planUpdate(old, now, kubernetesVersion, applyMode, customResources);
  const claims = claimEffects(old, now, context.objects);
  const isRefused = ({ effect }: Consequence) => effect === 'refused';
  const refused = [...refusals(pair, before === old, findings, context), ...claims.filter(isRefused)];
  const inCluster = fieldChanges(...withoutGenerated(before, after, { old, now }));
  // An exported object has more fields than any manifest, and they are no change.
  const isExported = isFields(old.metadata) && old.metadata.uid !== undefined;
  const fields = inCluster.length > 0 || isExported ? inCluster : fieldChanges(old, now);
  if (fields.length === 0 && refused.length === 0 && traffic.length === 0) return undefined;
  const effects = [
    ...dataOfChange(before, after),
    ...scalingEffects(before, after, (now.spec as any)?.replicas, context.objects),
    ...podEffects(before, after),
    ...traffic,
    ...claims,
    ...conflictEffects(old, now),
    ...secretEffects(old, now, after),
  ];
  const consequences = refused.length > 0 ? refused : effects;
  const otherwise: Consequence =
    inCluster.length === 0
      ? { effect: 'no-effect', path: '', message: 'the object in the cluster stays as it is' }
      : { effect: 'changed', path: '', message: changesOf(inCluster) };
  const saysMore = consequences.some(({ effect }) => effect !== 'no-effect');
  return objectDiff(now, saysMore ? consequences : [otherwise, ...consequences], fields, pair);
}

/** An object that the server could not read is not in the cluster, and the change creates it. */
function refusals(
  { after }: Pair,
  isUnread: boolean,
  findings: readonly RawFinding[],
  context: Context,
): readonly Consequence[] {
  if (isUnread) return refusedAtFirst(after, context);
  return findings.flatMap(({ severity, rule, reason, path, message, hint }): Consequence[] =>
    severity === 'error' ? [{ effect: 'refused', rule, reason, path, message, hint }] : [],
  );
}

/** Copies without the values that only the server knows. */
function withoutGenerated(before: Fields, after: Fields, { old, now }: { old: Fields; now: Fields }): [Fields, Fields] {
  const copies: [Fields, Fields] = [structuredClone(before), structuredClone(after)];
  markGenerated(copies[0], [old]);
  markGenerated(copies[1], [old, now]);
  return copies;
}

function changesOf(fields: readonly ChangedField[]): string {
  return fields.length === 1 ? '1 field changes' : `${fields.length} fields change`;
}

/** What the server says of an object that it does not have yet. */
function refusedAtFirst({ object }: InputObject, { options }: Context): Consequence[] {
  const { kubernetesVersion, customResources } = options;
  return refusedCreation(object, kubernetesVersion, customResources).map(({ rule, reason, path, message, hint }) => ({
    effect: 'refused',
    ...{ rule, reason, path, message, hint },
  }));
}

function newObject(
  input: InputObject,
  removed: readonly InputObject[],
  renames: readonly Rename[],
  context: Context,
): ObjectDiff {
  const refused = refusedAtFirst(input, context);
  if (refused.length > 0) return objectDiff(input.object, refused, [], { after: input });
  const rename = renames.find(({ after }) => after === input.object);
  if (rename === undefined) {
    return objectDiff(input.object, [{ effect: 'new', path: '', message: 'the object is created' }], [], {
      after: input,
    });
  }
  const before = removed.find(({ object }) => object === rename.before);
  const consequences = rename.isByContent ? [newContent(rename)] : [renamed(rename), ...dataOfRenamed(rename.before)];
  return objectDiff(input.object, consequences, changedBy(rename), { before, after: input });
}

function changedBy({ before, after }: Rename): ChangedField[] {
  return fieldChanges(before, after);
}

function removedObject(input: InputObject): ObjectDiff {
  const removed: Consequence = {
    effect: 'removed',
    path: '',
    message: 'the object is no longer applied; it stays in the cluster unless it is pruned',
  };
  const data = dataOfRemoved(input.object);
  return objectDiff(input.object, data.length > 0 ? data : [removed], [], { before: input });
}

function objectDiff(
  object: any,
  consequences: readonly Consequence[],
  fields: readonly ChangedField[],
  inputs: Partial<Pair> | { readonly before: InputObject | undefined; readonly after: InputObject },
): ObjectDiff {
  const effects = consequences.map(({ effect }) => effect);
  const positions = (path: string): FieldChange['positions'] => ({
    before: inputs.before && positionOf(inputs.before, path),
    after: inputs.after && positionOf(inputs.after, path),
  });
  const isSecret = isKind(object, 'Secret');
  return {
    apiVersion: String(object.apiVersion),
    kind: String(object.kind),
    namespace: object.metadata?.namespace,
    name: object.metadata?.name,
    effect: EFFECTS.find((effect) => effects.includes(effect))!,
    consequences,
    fields: fields.map(
      (field): FieldChange => ({
        ...(isSecret && /^(?:data|stringData)\b/.test(field.path) ? { path: field.path, isSecret: true } : field),
        positions: positions(field.path),
      }),
    ),
    positions: positions(''),
  };
}

function positionOf(input: InputObject, path: string): Position | undefined {
  const { constructPath } = input.origin ?? {};
  const position = placeOf(input, path);
  if (position === undefined) return undefined;
  const { file, line, column } = position;
  return { file, line, column, ...(constructPath === undefined ? {} : { constructPath }) } as Position;
}
