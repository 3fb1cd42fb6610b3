import { readFileSync, statSync } from 'node:fs';
import type { Ground, Placed } from '../../admission';
import { groupKindOf, isKind } from '../../facts';
import type { Finding } from '../../findings';
import { PropsError } from '../../props';
import { type Position, readManifests, whyUnread } from '../../reading';
import type { CheckOptions } from '../check-options';
import { decodeClusterObject, decodeWritten } from './decode-object';

/** Kind of the document in which a snapshot says of which kinds it has all objects. */
const SNAPSHOT = 'cdk8s-patterns.dev/ClusterSnapshot';

/** Why a document of a cluster cannot be used. */
export type ClusterIssue = Position & Pick<Finding, 'rule' | 'severity' | 'path' | 'message' | 'hint'>;

/** A cluster as files describe it. */
export interface KnownCluster extends Ground {
  /** Errors of documents that cannot be used; all others are. */
  readonly issues: readonly ClusterIssue[];
  /** Where an object of the cluster is written. */
  locate(document: number): Position | undefined;
}

interface Read {
  readonly objects: readonly { readonly object: any; readonly position: Position }[];
  readonly issues: readonly ClusterIssue[];
  /** Groups and kinds of objects that are there and cannot be used. */
  readonly incompleteKinds: readonly string[];
}

/**
 * The cluster of the options, or undefined when it is not in files.
 *
 * @throws PropsError for a file that cannot be read or has no objects.
 */
export function knownCluster({ cluster = 'assumed' }: Pick<CheckOptions, 'cluster'>): KnownCluster | undefined {
  if (cluster === 'assumed' || cluster === 'empty') return undefined;
  const named = typeof cluster === 'string' ? [cluster] : cluster;
  if (named.length === 0) throw unusable('[]', 'it has no files');
  // A new cluster that has the objects of the files.
  const files = named.filter((one) => one !== 'empty');
  const read = files.map(readOnce);
  const all = read.flatMap(({ objects }) => objects);
  const isHeader = ({ object }: { object: any }) => isKind(object, SNAPSHOT);
  const objects = all.filter((one) => !isHeader(one));
  const incomplete = new Set(read.flatMap(({ incompleteKinds }) => incompleteKinds));
  const kinds = all
    .filter(isHeader)
    .flatMap(({ object }) => (Array.isArray(object.spec?.kinds) ? object.spec.kinds : []))
    .filter((kind) => typeof kind === 'string' && !incomplete.has(kind));
  return {
    objects: objects.map(({ object }, index): Placed => ({ object, document: -1 - index })),
    completeKinds: new Set(kinds),
    ...(files.length < named.length && { newBut: incomplete }),
    issues: read.flatMap(({ issues }) => issues),
    locate: (document) => objects[-1 - document]?.position,
  };
}

/** The files of the last check: options are looked at before they are used. */
const lastRead = new Map<string, { readonly state: string; readonly read: Read }>();
const MOST_FILES = 8;

function readOnce(file: string): Read {
  const state = stateOf(file);
  const known = lastRead.get(file);
  if (known?.state === state) return known.read;
  const read = readFile(file);
  if (lastRead.size >= MOST_FILES) lastRead.clear();
  lastRead.set(file, { state, read });
  return read;
}

function stateOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs} ${size}`;
  } catch (error) {
    throw unusable(file, whyUnread(error));
  }
}

function readFile(file: string): Read {
  let manifests: ReturnType<typeof readManifests>;
  try {
    manifests = readManifests(readFileSync(file), file);
  } catch (error) {
    throw unusable(file, whyUnread(error));
  }
  const issues: ClusterIssue[] = [];
  const objects: { object: any; position: Position }[] = [];
  const incompleteKinds: string[] = [];
  const isSnapshot = manifests.some(({ object }) => isKind(object, SNAPSHOT));
  for (const { object, issues: own, locate } of manifests) {
    const errors = own.filter(({ severity }) => severity === 'error');
    issues.push(...errors.slice(0, 1).map((issue) => ({ ...issue, path: '' })));
    if (errors.length > 0 || object === undefined) continue;
    const missing = whyNoManifest(object);
    if (missing !== undefined) {
      const { at, message, hint } = missing;
      issues.push({ ...locate(at), rule: 'not-an-object', severity: 'error', path: '', message, hint });
      continue;
    }
    const isOfServer = isSnapshot || (object as any).metadata.uid !== undefined;
    const decoded = isOfServer ? decodeClusterObject(object) : decodeWritten(object);
    if ('object' in decoded) {
      objects.push({ object: decoded.object, position: locate('') });
      continue;
    }
    const { rule, severity, path, message, hint } = decoded.error;
    const issue = { ...locate(path), rule, severity, path, message: `${nameOf(object)}: ${message}` };
    issues.push({ ...issue, ...(hint !== undefined && { hint }) });
    incompleteKinds.push(groupKindOf(object));
  }
  if (objects.length + incompleteKinds.length === 0) throw unusable(file, issues[0]?.message ?? 'it has no objects');
  return { objects, issues, incompleteKinds };
}

function nameOf({ kind, metadata }: any): string {
  return `${kind} ${JSON.stringify(metadata.name)}`;
}

/** What a document lacks to be an object of a cluster, and where. */
function whyNoManifest({ apiVersion, kind, metadata }: any): Record<'at' | 'message' | 'hint', string> | undefined {
  for (const [field, value] of Object.entries({ apiVersion, kind, 'metadata.name': metadata?.name })) {
    if (typeof value === 'string' && value !== '') continue;
    return value === undefined || value === null || value === ''
      ? {
          at: '',
          message: `the document has no ${field}`,
          hint: 'objects of a cluster have apiVersion, kind and metadata.name',
        }
      : { at: field, message: `${field} is a ${typeof value}, not a string`, hint: 'put it in quotes' };
  }
  return undefined;
}

function unusable(file: string, message: string): PropsError {
  const hint = 'use "empty", "assumed", or a file that "cdk8s-patterns import cluster" wrote';
  return new PropsError('cluster', [{ prop: file || '""', message, hint }]);
}
