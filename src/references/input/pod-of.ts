import { customPodTemplate, isKind, type PodTemplate, podTemplateOf } from '../../facts';

/** The pod that an object creates. */
export function podOf(object: any): PodTemplate | undefined {
  if (isKind(object, 'PodTemplate')) return undefined;
  const pod = podTemplateOf(object) ?? customPodTemplate(object);
  return pod && withClaimsOf(object, pod);
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
