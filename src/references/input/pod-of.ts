import { customPodTemplate, isKind, type PodTemplate, podTemplateOf } from '../../facts';

/** The pod that an object creates. */
export function podOf(object: any): PodTemplate | undefined {
  if (isKind(object, 'PodTemplate')) return undefined;
  const pod = podTemplateOf(object);
  if (pod !== undefined) return withClaimsOf(object, pod);
  const custom = customPodTemplate(object);
  return custom && { ...custom, spec: withLists(custom.spec, POD_LISTS) };
}

const POD_LISTS = ['containers', 'initContainers', 'ephemeralContainers', 'volumes', 'imagePullSecrets', 'tolerations'];
const CONTAINER_LISTS = ['env', 'envFrom', 'ports', 'volumeMounts', 'volumeDevices', 'command', 'args'];

/** Lists of objects where a custom resource has something else, which is reported by itself. */
function withLists(value: any, lists: readonly string[]): any {
  const wrong = lists.filter((key) => value[key] !== undefined && !isList(value[key], key));
  const copy = wrong.length === 0 ? value : { ...value, ...Object.fromEntries(wrong.map((key) => [key, []])) };
  const inner = lists.filter((key) => key.toLowerCase().endsWith('containers') && copy[key] !== undefined);
  if (!inner.some((key) => copy[key].some((one: any) => !hasLists(one)))) return copy;
  return {
    ...copy,
    ...Object.fromEntries(inner.map((key) => [key, copy[key].map((one: any) => withLists(one, CONTAINER_LISTS))])),
  };
}

function hasLists(container: any): boolean {
  return CONTAINER_LISTS.every((key) => container[key] === undefined || isList(container[key], key));
}

function isList(value: unknown, key: string): boolean {
  const isText = key === 'command' || key === 'args';
  return (
    Array.isArray(value) &&
    value.every((one) => (isText ? typeof one === 'string' : typeof one === 'object' && one !== null))
  );
}

/** In pods of a StatefulSet, claims of its own take the place of volumes with the same names. */
function withClaimsOf(object: any, pod: PodTemplate): PodTemplate {
  const templates: any[] = object.spec?.volumeClaimTemplates ?? [];
  const { volumes } = pod.spec;
  if (!isKind(object, 'apps/StatefulSet') || templates.length === 0 || !Array.isArray(volumes)) return pod;
  const names = new Set(templates.map((template) => template?.metadata?.name));
  const own = volumes.map((volume) => (names.has(volume?.name) ? { name: volume.name } : volume));
  return { ...pod, spec: { ...pod.spec, volumes: own } };
}
