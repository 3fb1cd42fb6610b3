import type { KubernetesObject } from './kubectl';

/** What a workload lacks to be available or complete; undefined if it lacks nothing. */
export function unfinishedWorkload(workload: KubernetesObject): string | undefined {
  const { kind, metadata, spec, status } = workload;
  const counted = countsOf(kind, spec, status);
  if (counted === undefined) return undefined;
  const [actual = 0, wanted, state] = counted;
  const isCurrent = status.observedGeneration === undefined || status.observedGeneration >= generationOf(metadata);
  return isCurrent && actual >= wanted ? undefined : `${kind} ${metadata.name}: ${actual} of ${wanted} ${state}`;
}

function countsOf(kind: string, spec: any, status: any): [number | undefined, number, string] | undefined {
  switch (kind) {
    case 'Deployment':
      return spec.paused ? undefined : [status.availableReplicas, spec.replicas, 'available'];
    case 'StatefulSet':
      return [status.availableReplicas, spec.replicas, 'available'];
    case 'DaemonSet':
      return [status.numberAvailable, Math.max(status.desiredNumberScheduled ?? 0, 1), 'available'];
    case 'Job':
      return [status.succeeded, spec.completions ?? 1, 'complete'];
    default:
      return undefined;
  }
}

const generationOf = (metadata: object): number => (metadata as { generation?: number }).generation ?? 0;
