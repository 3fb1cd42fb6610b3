import type { FieldNode } from '../../../rule';

export const POD_SPEC = 'io.k8s.api.core.v1.PodSpec';
export const CONTAINERS = ['io.k8s.api.core.v1.Container', 'io.k8s.api.core.v1.EphemeralContainer'] as const;

export type ContainerRole = 'containers' | 'initContainers' | 'ephemeralContainers';

/** In which list of the pod a container stands. */
export function roleOf(node: FieldNode): ContainerRole {
  return node.field.slice(0, node.field.indexOf('[')) as ContainerRole;
}

/** The spec of the pod around a node. */
export function podSpecOf(node: FieldNode): any {
  return node.ancestor(POD_SPEC)?.value ?? {};
}

/** Whether the whole object is a pod, and not something with a pod template. */
export function isInPod(node: FieldNode): boolean {
  return node.root.definition === 'io.k8s.api.core.v1.Pod';
}

/** An init container that runs beside the others. */
export function isSidecar(container: any): boolean {
  return container.restartPolicy === 'Always';
}
