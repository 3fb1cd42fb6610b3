import { appliedNamespaceOf } from '../facts';

/** Key of whether the input has objects that only OpenShift has. */
export const OPENSHIFT = 'OpenShift';

/** Kinds that are looked up by name. */
export type NamedKind = 'ConfigMap' | 'PersistentVolume' | 'PersistentVolumeClaim' | 'Secret';

/** What a pod depends on, by its key in the objects of the input. */
export interface Lookup {
  readonly key: string;
  readonly found: readonly unknown[];
}

const NAMED: ReadonlySet<string> = new Set(['ConfigMap', 'PersistentVolume', 'PersistentVolumeClaim', 'Secret']);
const NONE: readonly any[] = [];
const known = new WeakMap<readonly any[], ReadonlyMap<string, any[]>>();

/** The objects of an input that have a key. Thousands of pods look for theirs. */
export function objectsOf(objects: readonly any[], key: string): readonly any[] {
  let byKey = known.get(objects);
  if (byKey === undefined) {
    byKey = indexed(objects);
    known.set(objects, byKey);
  }
  return byKey.get(key) ?? NONE;
}

/** Key of the objects of a kind with a name; of those with a namespace, in that one. */
export function keyOfName(kind: NamedKind, namespace: string, name: unknown): string {
  return [kind, kind === 'PersistentVolume' ? '' : namespace, name].join('\0');
}

/** Key of the Services of a namespace. */
export function keyOfServices(namespace: string): string {
  return `Service\0${namespace}`;
}

function indexed(objects: readonly any[]): ReadonlyMap<string, any[]> {
  const byKey = new Map<string, any[]>();
  for (const object of objects) {
    const key = keyOf(object);
    if (key === undefined) continue;
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [object]);
    else list.push(object);
  }
  if (objects.some((object) => String(object?.apiVersion).includes('.openshift.io/'))) byKey.set(OPENSHIFT, [true]);
  return byKey;
}

function keyOf(object: any): string | undefined {
  if (object?.apiVersion !== 'v1') return undefined;
  const { kind, metadata } = object;
  if (kind === 'Service') return keyOfServices(appliedNamespaceOf(object));
  return NAMED.has(kind) ? keyOfName(kind, appliedNamespaceOf(object), metadata?.name) : undefined;
}

/** Whether the objects answer a pod as others did. */
export function isAnsweredAlike(lookups: readonly Lookup[], objects: readonly any[]): boolean {
  return lookups.every(({ key, found }) => {
    const now = objectsOf(objects, key);
    return now.length === found.length && now.every((object, index) => object === found[index]);
  });
}
