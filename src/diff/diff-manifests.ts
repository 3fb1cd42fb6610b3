import { isKind, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { type InputObject, inputOf, type RawFinding } from '../findings';
import type { CustomResources } from '../schema';
import { type ApplyMode, definedIn, type Fields, isFields, planUpdate, refusedCreation, sameJson } from '../upgrade';
import { requireArguments } from '../values';
import { claimEffects } from './effects/claims';
import { conflictEffects } from './effects/conflicts';
import { dataOfChange, dataOfRemoved, dataOfRenamed } from './effects/data';
import { podEffects } from './effects/pods';
import { newContent, renamed } from './effects/renamed';
import { scalingEffects } from './effects/scaling';
import { secretEffects } from './effects/secrets';
import { effectsOnOthers, NO_EFFECTS, type PlannedChange } from './effects-on-others';
import { type ChangedField, fieldChanges } from './field-changes';
import { markGenerated } from './generated-values';
import { byIdentity, leftOut, positionOf } from './inputs';
import { objectDiff } from './object-diff';
import { findRenames, type Rename } from './renames';
import type { Consequence, DiffIssue, DiffOptions, ManifestDiff, ObjectDiff, Pair } from './types';
import { unknownKinds } from './unknown-kinds';

interface Context {
  readonly options: {
    readonly kubernetesVersion: KubernetesVersion;
    readonly applyMode: ApplyMode;
    readonly customResources: CustomResources;
  };
  /** All new ones. */
  readonly objects: readonly unknown[];
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
  const changes = [...after].map(([key, input]) => plannedChange(before.get(key), input, context));
  // What is known of one side only may be on the other side, too.
  const others =
    unread.length > 0 ? NO_EFFECTS : effectsOnOthers([...before.values()], changes, renames, context.options);
  const objects: ObjectDiff[] = [];
  let unchanged = 0;
  for (const change of changes) {
    const { pair, input } = change;
    if (pair === undefined && unreadBefore !== undefined) continue;
    const effects = others.of(input);
    const diff =
      pair === undefined
        ? newObject(input, removed, renames, effects, context)
        : changedObject({ ...change, pair }, effects, context);
    if (diff === undefined) unchanged++;
    else objects.push(diff);
  }
  const isRenamed = new Set(renames.map((rename) => rename.before));
  for (const input of removed) {
    if (!isRenamed.has(input.object)) objects.push(removedObject(input, others.of(input)));
  }
  return { objects, unchanged, issues };
}

function plannedChange(old: InputObject | undefined, input: InputObject, context: Context): PlannedChange {
  if (old === undefined) return { input, refused: [] };
  const pair: Pair = { before: old, after: input };
  const [was, is] = [old.object, input.object] as [Fields, Fields];
  if (sameJson(was, is)) return { input, pair, refused: [] };
  const { kubernetesVersion, applyMode, customResources } = context.options;
  const plan = planUpdate(was, is, kubernetesVersion, applyMode, customResources);
  const claims = claimEffects(was, is, context.objects).filter(({ effect }) => effect === 'refused');
  return { input, pair, plan, refused: [...refusals(pair, plan.before === was, plan.findings, context), ...claims] };
}

function changedObject(
  { pair, plan, refused }: PlannedChange & { readonly pair: Pair },
  others: readonly Consequence[],
  context: Context,
): ObjectDiff | undefined {
  const [old, now] = [pair.before.object, pair.after.object] as [Fields, Fields];
  if (plan === undefined) return others.length === 0 ? undefined : objectDiff(now, others, [], pair);
  const { before, after } = plan;
  const inCluster = fieldChanges(...withoutGenerated(before, after, { old, now }));
  // An exported object has more fields than any manifest, and they are no change.
  const isExported = isFields(old.metadata) && old.metadata.uid !== undefined;
  if (refused.length > 0) {
    // Nothing gets into the cluster: what differs is what is written, of which an export has more.
    const written = fieldChanges(old, now)
      .filter((field) => !isExported || field.after !== undefined)
      .map((field) =>
        field.before === undefined ? (inCluster.find(({ path }) => path === field.path) ?? field) : field,
      );
    return objectDiff(now, [...refused, ...others], written, pair);
  }
  const fields = inCluster.length > 0 || isExported ? inCluster : fieldChanges(old, now);
  if (fields.length === 0 && others.length === 0) return undefined;
  const consequences = [
    ...dataOfChange(before, after),
    ...scalingEffects(before, after, (now.spec as any)?.replicas, context.objects),
    ...podEffects(before, after),
    ...others,
    ...claimEffects(old, now, context.objects),
    ...conflictEffects(old, now),
    ...secretEffects(old, now, after),
  ];
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
    severity === 'error' ? [{ effect: 'refused', rule, reason, path, message: withoutObjects(message), hint }] : [],
  );
}

/** Copies without the values that only the server knows. */
function withoutGenerated(before: Fields, after: Fields, { old, now }: { old: Fields; now: Fields }): [Fields, Fields] {
  const copies: [Fields, Fields] = [structuredClone(before), structuredClone(after)];
  markGenerated(copies[0], [old]);
  markGenerated(copies[1], [old, now]);
  for (const copy of copies) dropDefaultLabels(copy, [old, now]);
  return copies;
}

/** At its first update, a Job gets the labels that its pods got when it was created. */
function dropDefaultLabels(copy: Fields, manifests: readonly Fields[]): void {
  const isWritten = manifests.some(({ metadata }) => isFields(metadata) && metadata.labels !== undefined);
  if (isKind(copy, 'batch/Job') && !isWritten && isFields(copy.metadata)) delete copy.metadata.labels;
}

function changesOf(fields: readonly ChangedField[]): string {
  return fields.length === 1 ? '1 field changes' : `${fields.length} fields change`;
}

/** What the server says of an object that it does not have yet. */
function refusedAtFirst({ object }: InputObject, { options }: Context): Consequence[] {
  const { kubernetesVersion, customResources } = options;
  return refusedCreation(object, kubernetesVersion, customResources).map(({ rule, reason, path, message, hint }) => ({
    effect: 'refused',
    ...{ rule, reason, path, message: withoutObjects(message), hint },
  }));
}

/** Servers print whole objects, with all fields of their types in Go; the change is beside it. */
function withoutObjects(message: string): string {
  return message.replace(/^([A-Z][A-Za-z ]*: )[[{].*[\]}](?=: )/s, (_, head) => `${head}{…}`);
}

function newObject(
  input: InputObject,
  removed: readonly InputObject[],
  renames: readonly Rename[],
  others: readonly Consequence[],
  context: Context,
): ObjectDiff {
  const refused = refusedAtFirst(input, context);
  if (refused.length > 0) return objectDiff(input.object, refused, [], { after: input });
  const rename = renames.find(({ after }) => after === input.object);
  if (rename === undefined) {
    const created: Consequence = { effect: 'new', path: '', message: 'the object is created' };
    return objectDiff(input.object, [created, ...others], [], { after: input });
  }
  const before = removed.find(({ object }) => object === rename.before);
  const consequences = rename.isByContent ? [newContent(rename)] : [renamed(rename), ...dataOfRenamed(rename.before)];
  return objectDiff(input.object, [...consequences, ...others], changedBy(rename), { before, after: input });
}

function changedBy({ before, after }: Rename): ChangedField[] {
  return fieldChanges(before, after);
}

function removedObject(input: InputObject, others: readonly Consequence[]): ObjectDiff {
  const removed: Consequence = {
    effect: 'removed',
    path: '',
    message: 'the object is no longer applied; it stays in the cluster unless it is pruned',
  };
  const data = dataOfRemoved(input.object);
  return objectDiff(input.object, [...(data.length > 0 ? data : [removed]), ...others], [], { before: input });
}
