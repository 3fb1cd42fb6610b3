import { type KubernetesObject, list } from './kubectl';

/** What a container of a pod does. */
export interface ContainerState {
  readonly name: string;
  readonly image: string;
  readonly isReady: boolean;
  readonly restarts: number;
  /** Why it does not run, such as `ErrImagePull`. */
  readonly waiting: string | undefined;
  readonly message: string | undefined;
  readonly exitCode: number | undefined;
  /** When it was started, for the last time. */
  readonly startedAt: string | undefined;
}

/** What a pod does. */
export interface PodState {
  readonly name: string;
  readonly namespace: string;
  readonly phase: string;
  readonly isReady: boolean;
  readonly qosClass: string;
  readonly ip: string | undefined;
  /** Kind of the object that made it, such as `Job`. */
  readonly owner: string | undefined;
  /** Why no node runs it; undefined once one does. */
  readonly unscheduled: string | undefined;
  /** Why the kubelet refused it. */
  readonly reason: string | undefined;
  readonly initContainers: readonly ContainerState[];
  readonly containers: readonly ContainerState[];
}

/** The pods of a namespace that are not being deleted. @param selector labels, as `-l` takes them. */
export function podsIn(namespace: string, selector?: string): PodState[] {
  return list('pods', namespace, selector)
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(stateOf);
}

/** Whether the pod serves, or has finished: a Job decides whether a pod that failed is made again. */
export function isDone(pod: PodState): boolean {
  return pod.isReady || pod.phase === 'Succeeded' || (pod.owner === 'Job' && pod.phase === 'Failed');
}

/** Images that the cluster could not pull. */
export function missingImages(pod: PodState): string[] {
  const pulls = ['ErrImagePull', 'ImagePullBackOff', 'ErrImageNeverPull'];
  return [...pod.initContainers, ...pod.containers]
    .filter(({ waiting }) => waiting !== undefined && pulls.includes(waiting))
    .map(({ image }) => image);
}

function stateOf({ metadata, spec, status }: KubernetesObject): PodState {
  const condition = (type: string) => (status.conditions ?? []).find((candidate: any) => candidate.type === type);
  const scheduled = condition('PodScheduled');
  return {
    name: metadata.name,
    namespace: metadata.namespace!,
    phase: status.phase,
    isReady: condition('Ready')?.status === 'True',
    qosClass: status.qosClass,
    ip: status.podIP,
    owner: (metadata as any).ownerReferences?.[0]?.kind,
    unscheduled: scheduled?.status === 'False' ? scheduled.message : undefined,
    reason: status.reason,
    initContainers: containersOf(spec.initContainers, status.initContainerStatuses),
    containers: containersOf(spec.containers, status.containerStatuses),
  };
}

function containersOf(specs: readonly any[] = [], statuses: readonly any[] = []): ContainerState[] {
  return specs.map(({ name, image }) => {
    const { ready = false, restartCount = 0, state = {} } = statuses.find((status) => status.name === name) ?? {};
    return {
      name,
      image,
      isReady: ready,
      restarts: restartCount,
      waiting: state.waiting?.reason,
      message: state.waiting?.message ?? state.terminated?.message,
      exitCode: state.terminated?.exitCode,
      startedAt: (state.running ?? state.terminated)?.startedAt,
    };
  });
}
