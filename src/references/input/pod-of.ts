import { CONTAINER_LISTS, customPodTemplate, isKind, type PodTemplate, podTemplateOf } from '../../facts';

/** The pod that an object creates. */
export function podOf(object: any): PodTemplate | undefined {
  if (isKind(object, 'PodTemplate')) return undefined;
  const pod = podTemplateOf(object);
  if (pod !== undefined) return withClaimsOf(object, pod);
  const custom = customPodTemplate(object);
  return custom && { ...custom, spec: withContainers(withLists(custom.spec, POD_LISTS)) };
}

const POD_LISTS = [...CONTAINER_LISTS, 'volumes', 'imagePullSecrets', 'tolerations'];
const TEXT_LISTS = ['command', 'args'];
const LISTS_OF_CONTAINERS = ['env', 'envFrom', 'ports', 'volumeMounts', 'volumeDevices', ...TEXT_LISTS];

function withContainers(spec: any): any {
  const lists = CONTAINER_LISTS.filter((key) => spec[key] !== undefined).map((key) => [
    key,
    spec[key].map((container: any) => withLists(container, LISTS_OF_CONTAINERS)),
  ]);
  return { ...spec, ...Object.fromEntries(lists) };
}

/** Empty lists where a custom resource has something else, which is reported by itself. */
function withLists(value: any, lists: readonly string[]): any {
  const wrong = lists.filter((key) => value[key] !== undefined && !isList(value[key], key));
  return wrong.length === 0 ? value : { ...value, ...Object.fromEntries(wrong.map((key) => [key, []])) };
}

function isList(value: unknown, key: string): boolean {
  const isText = TEXT_LISTS.includes(key);
  const isItem = (one: unknown) => (isText ? typeof one === 'string' : typeof one === 'object' && one !== null);
  return Array.isArray(value) && value.every(isItem);
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
