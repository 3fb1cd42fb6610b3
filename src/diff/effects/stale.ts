import { appliedNamespaceOf, containersOf, factsOf, isKind, podTemplateOf } from '../../facts';
import { sameJson } from '../../upgrade';
import type { Consequence } from '../types';
import { firstOf } from './first-of';

/** Annotations of controllers that replace the pods themselves. */
const RELOADED = /reloader\.stakater\.com\/|wave\.pusher\.com\//;

/** An object on both sides, as it is in the cluster. */
interface Both {
  readonly before: any;
  readonly after: any;
}

/** A key that pods have only as it was when they started; undefined for all keys of the object. */
interface Use {
  readonly kind: string;
  readonly name: string;
  readonly key: string | undefined;
}

/**
 * What pods do not see of a changed ConfigMap or Secret, by the object: variables are set when a container starts, and files that are
 * mounted by `subPath` are never updated.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically
 */
export function staleEffects(pairs: readonly Both[]): ReadonlyMap<any, readonly Consequence[]> {
  const changed = new Map<
    string,
    { readonly after: any; readonly keys: readonly string[]; readonly users: string[] }
  >();
  for (const { before, after } of pairs) {
    if (!isKind(after, 'ConfigMap', 'Secret') || before === after) continue;
    const keys = changedKeys(before, after);
    if (keys.length > 0) changed.set(keyOf(after.kind, after, after.metadata?.name), { after, keys, users: [] });
  }
  if (changed.size === 0) return new Map();
  for (const { before, after } of pairs) {
    const isRunning = factsOf(after).rollsOut === true || isKind(after, 'Pod');
    if (!isRunning || isReloaded(after) || !sameJson(podTemplateOf(before), podTemplateOf(after))) continue;
    const stale = usesOf(podTemplateOf(after)?.spec).flatMap(({ kind, name, key }) => {
      const found = changed.get(keyOf(kind, after, name));
      return found !== undefined && (key === undefined || found.keys.includes(key)) ? [found] : [];
    });
    for (const { users } of new Set(stale)) users.push(`${after.kind} ${after.metadata?.name}`);
  }
  return new Map(
    [...changed.values()]
      .filter(({ users }) => users.length > 0)
      .map(({ after, users }) => [after, [keepOldValues(users)]]),
  );
}

function keepOldValues(users: readonly string[]): Consequence {
  return {
    effect: 'changed',
    path: 'data',
    message: `the running pods of ${firstOf(users)} keep the old values until they are replaced`,
    hint: 'use kubectl rollout restart; with a name by content (hashedName) and immutable each change replaces the pods',
  };
}

function keyOf(kind: string, object: any, name: unknown): string {
  return `${kind} ${appliedNamespaceOf(object)}/${name}`;
}

function changedKeys(before: any, after: any): string[] {
  return ['data', 'binaryData'].flatMap((field) => {
    const [old, now] = [before[field] ?? {}, after[field] ?? {}];
    return Object.keys({ ...old, ...now }).filter((key) => old[key] !== now[key]);
  });
}

function isReloaded({ metadata, spec }: any): boolean {
  return Object.keys({ ...metadata?.annotations, ...spec?.template?.metadata?.annotations }).some((key) =>
    RELOADED.test(key),
  );
}

function usesOf(spec: any): Use[] {
  return containersOf(spec ?? {}).flatMap(({ container }: any): Use[] => [
    ...(container.env ?? []).flatMap(({ valueFrom }: any) => [
      ...useOf('ConfigMap', valueFrom?.configMapKeyRef?.name, valueFrom?.configMapKeyRef?.key),
      ...useOf('Secret', valueFrom?.secretKeyRef?.name, valueFrom?.secretKeyRef?.key),
    ]),
    ...(container.envFrom ?? []).flatMap(({ configMapRef, secretRef }: any) => [
      ...useOf('ConfigMap', configMapRef?.name),
      ...useOf('Secret', secretRef?.name),
    ]),
    ...(container.volumeMounts ?? [])
      .filter(({ subPath, subPathExpr }: any) => (subPath ?? subPathExpr ?? '') !== '')
      .flatMap((mount: any) =>
        usesOfMount(
          mount,
          (spec.volumes ?? []).find(({ name }: any) => name === mount.name),
        ),
      ),
  ]);
}

function useOf(kind: string, name: unknown, key?: string): Use[] {
  return typeof name === 'string' ? [{ kind, name, key }] : [];
}

function usesOfMount({ subPath }: any, volume: any): Use[] {
  const sources: any[] = [volume ?? {}, ...(volume?.projected?.sources ?? [])];
  return sources.flatMap(({ configMap, secret }) => [
    ...usesOfFiles('ConfigMap', configMap?.name, configMap?.items, subPath),
    ...usesOfFiles('Secret', secret?.secretName ?? secret?.name, secret?.items, subPath),
  ]);
}

/** A path that variables are part of may be that of any file. */
function usesOfFiles(kind: string, name: unknown, items: readonly any[] | undefined, subPath?: string): Use[] {
  if (subPath === undefined) return useOf(kind, name);
  if (items === undefined || items.length === 0) return useOf(kind, name, subPath);
  return items
    .filter(({ path }) => path === subPath || String(path).startsWith(`${subPath}/`))
    .flatMap(({ key }) => useOf(kind, name, key));
}
