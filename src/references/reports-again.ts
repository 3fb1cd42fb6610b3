import type { DecodedObject } from '../validation';
import { copyOfPlain, isSamePlain } from '../values';
import { Cluster } from './input/cluster';
import { isGatewayClass } from './input/gateway-classes';
import { Lookups } from './input/lookups';
import { isScaler } from './input/ordinals';
import { type Reported, reportsAbout, subjectsIn } from './reports';

interface Run {
  readonly objects: readonly (DecodedObject | undefined)[];
  readonly known: unknown;
  readonly lookups: Lookups;
  /** What was reported about each object, and the lists that rules looked at. */
  readonly reports: readonly { readonly value: readonly Reported[]; readonly lists: ReadonlySet<string> }[];
}

let before: Run | undefined;

/**
 * What all rules report, in a process that has the same decoded object as long as nothing in it changes. Rules look again at an object
 * when it has changed, or another one in a list that they looked at; at all objects when some are new or gone, since reports
 * may depend on their order.
 */
export function reportsAgain(
  objects: readonly (DecodedObject | undefined)[],
  known: readonly object[],
): readonly Reported[] {
  const lookups = new Lookups();
  const cluster = new Cluster(objects, known, lookups);
  const earlier = before !== undefined && isSamePlain(before.known, known) ? before : undefined;
  const changed = earlier && changedLists(earlier, objects, lookups);
  const reports = subjectsIn(cluster, objects).map((subject, document) => {
    const report = earlier?.reports[document];
    const isKnown = report !== undefined && changed !== undefined && objects[document] === earlier?.objects[document];
    if (isKnown && !changed.some((list) => report.lists.has(list))) return report;
    return lookups.during(() => (subject === undefined ? [] : reportsAbout(subject, cluster)));
  });
  const copy = earlier === undefined ? copyOfPlain(known) : { value: earlier.known };
  before = copy && { objects, known: copy.value, lookups, reports };
  return reports.flatMap(({ value }) => value);
}

/** The lists in which an object is or was that has changed; undefined when rules have to look at all objects again. */
function changedLists(
  earlier: Run,
  objects: readonly (DecodedObject | undefined)[],
  lookups: Lookups,
): readonly string[] | undefined {
  if (objects.length !== earlier.objects.length) return undefined;
  const lists = new Set<string>();
  for (const [document, object] of objects.entries()) {
    const other = earlier.objects[document];
    if (object === other) continue;
    if (!isSameObject(object, other) || [object, other].some(decidesForOthers)) return undefined;
    for (const list of [...lookups.listsOf(document), ...earlier.lookups.listsOf(document)]) lists.add(list);
  }
  return [...lists];
}

/** Whether an object may change what others create. */
function decidesForOthers(object: DecodedObject | undefined): boolean {
  return isScaler(object) || isGatewayClass(object);
}

function isSameObject(one: DecodedObject | undefined, other: DecodedObject | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const { namespace, name } = one.metadata;
  const isOfKind = one.apiVersion === other.apiVersion && one.kind === other.kind;
  return isOfKind && name === other.metadata.name && namespace === other.metadata.namespace;
}
