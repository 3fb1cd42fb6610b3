import type { ReportIssue } from '../props';
import type { ObjectReference } from './checks';
import { Env, type EnvFrom, type EnvProps } from './env';
import { checkOwnNamespace, type NamespacedUser } from './own-namespace';
import type { Mount, PodVolume } from './volume';

/** Parts of a container or pod that refer to objects by name. */
interface References {
  readonly env?: EnvProps | undefined;
  readonly envFrom?: readonly EnvFrom[] | undefined;
  readonly mounts?: readonly Mount[] | undefined;
  readonly volumes?: readonly PodVolume[] | undefined;
}

/** An object that a pod refers to, as it was passed, and the prop that passed it. */
export interface UsedObject {
  readonly prop: string;
  readonly object: ObjectReference;
}

/** The ConfigMaps, Secrets and claims that a container or pod uses. */
export function usedObjects({ env = {}, envFrom = [], mounts = [], volumes = [] }: References): UsedObject[] {
  const ofVolume = (volume: PodVolume | undefined, prop: string) =>
    (volume?.contents ?? []).map((object) => ({ prop, object }));
  return [
    ...Object.entries(env).flatMap(([name, value]) =>
      value instanceof Env && value.content !== undefined ? [{ prop: `env.${name}`, object: value.content }] : [],
    ),
    ...envFrom.map(({ content }, index) => ({ prop: `envFrom[${index}]`, object: content })),
    ...mounts.flatMap(({ volume }, index) => ofVolume(volume, `mounts[${index}]`)),
    ...volumes.flatMap((volume, index) => ofVolume(volume, `volumes[${index}]`)),
  ];
}

/** Reports objects of other namespaces, each once. */
export function checkUsedObjects(user: NamespacedUser, used: readonly UsedObject[], reportIssue: ReportIssue): void {
  const seen = new Set<ObjectReference>();
  for (const { prop, object } of used) {
    if (!seen.has(object)) checkOwnNamespace(user, object, prop, reportIssue);
    seen.add(object);
  }
}
