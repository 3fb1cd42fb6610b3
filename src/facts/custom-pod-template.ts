import type { PodTemplate } from './pod-template';

/** Where custom resources of common operators, such as Argo Rollouts and KEDA, have the template of their pods. */
const TEMPLATES: readonly (readonly string[])[] = [
  ['spec', 'template'],
  ['spec', 'jobTargetRef', 'template'],
];

/** The pod template of a custom resource; undefined for one that has none. */
export function customPodTemplate(object: any): PodTemplate | undefined {
  if (!String(object?.apiVersion ?? '').includes('.') || object.spec === undefined) return undefined;
  for (const keys of TEMPLATES) {
    const template = keys.reduce((parent, key) => parent?.[key], object);
    const spec = template?.spec;
    if (Array.isArray(spec?.containers)) {
      const path = keys.join('.');
      return { metadata: template.metadata ?? {}, spec, path, specPath: `${path}.spec` };
    }
  }
  return undefined;
}
