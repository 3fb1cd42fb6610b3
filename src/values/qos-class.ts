import { compareQuantities, parseQuantity, signOfQuantity } from './quantity';

interface Resources {
  readonly requests?: Readonly<Record<string, unknown>>;
  readonly limits?: Readonly<Record<string, unknown>>;
}

interface Holder {
  readonly resources?: Resources;
}

/** The part of the spec of a pod that its QoS class depends on. */
interface Pod extends Holder {
  readonly containers?: readonly Holder[];
  readonly initContainers?: readonly Holder[];
}

/**
 * The QoS class of a pod, from the resources of the pod itself if they are set, or from those of all its containers.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/v1/helper/qos/qos.go
 */
export function qosClassOfPod(spec: Pod): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const holders: readonly Holder[] = hasAny(spec)
    ? [spec]
    : [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  if (!holders.some(hasAny)) return 'BestEffort';
  const isGuaranteed = holders.every(({ resources }) =>
    ['cpu', 'memory'].every((name) => {
      const limit = positive(resources?.limits?.[name]);
      // The request defaults to the limit.
      const request = positive(resources?.requests?.[name] ?? resources?.limits?.[name]);
      return limit !== undefined && request !== undefined && compareQuantities(limit, request) === 0;
    }),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

function hasAny({ resources }: Holder): boolean {
  return [resources?.requests, resources?.limits].some((list) =>
    [list?.cpu, list?.memory].some((amount) => positive(amount) !== undefined),
  );
}

function positive(amount: unknown): ReturnType<typeof parseQuantity> {
  const parsed = typeof amount === 'string' || typeof amount === 'number' ? parseQuantity(amount) : undefined;
  return parsed !== undefined && signOfQuantity(parsed) > 0 ? parsed : undefined;
}
