/**
 * A copy of a pod that plugins can change, with the one default that they look at: what a container is limited to, it requests. Much
 * cheaper than all defaults, which only policies see.
 *
 * @returns undefined for pods with resources of their own, whose defaults depend on one another
 */
export function podCopy(pod: any): any {
  const { spec = {} } = pod;
  if (spec.resources !== undefined) return undefined;
  return {
    ...pod,
    metadata: { ...pod.metadata },
    spec: {
      ...spec,
      containers: (spec.containers ?? []).map(containerCopy),
      ...(spec.initContainers !== undefined && { initContainers: spec.initContainers.map(containerCopy) }),
    },
  };
}

/** @see SetDefaults_Pod (pkg/apis/core/v1) */
function containerCopy(container: any): any {
  const { limits, requests } = container.resources ?? {};
  if (limits === undefined) return { ...container };
  return { ...container, resources: { ...container.resources, requests: { ...limits, ...requests } } };
}
