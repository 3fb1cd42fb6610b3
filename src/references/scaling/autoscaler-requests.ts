import { containersOf } from '../../facts';
import type { Cluster } from '../input/cluster';
import { isInjectedContainer, mayBeInjected } from '../input/injected';
import { namespaceOf } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { autoscaler, HPA, requesting, SCALERS, scaledPod, scaledTarget } from './autoscalers';
import { metricsOf } from './scaling-metrics';

export const autoscalerRequests: ReferenceRule = {
  id: 'autoscaler-without-requests',
  isConflict: true,
  severity: 'warning',
  message: 'utilization is a percentage of the request, but the container has no request or does not exist',
  why: 'Without a request the autoscaler cannot compute the utilization and does not scale. A LimitRange of the namespace can set the requests of containers that have none: where one of the input, or of the cluster that is given, does so, nothing is reported. A container that the pods do not have, of which there are no metrics, is an error.',
  hint: 'set resources.requests of every container, or declare the LimitRange that sets them as external',
  source: `${HPA}#support-for-resource-metrics`,
  refused: [deployment(), autoscaler('shop')],
  accepted: [requesting, autoscaler('shop')],
  on: SCALERS,
  check: ({ object }, cluster) => {
    const target = scaledTarget(object, cluster);
    const pod = scaledPod(object, cluster);
    if (pod === undefined) return [];
    const named = `${target.kind} ${JSON.stringify(target.metadata?.name)}`;
    return metricsOf(object).flatMap(({ field, type, resource, container: only }): Dangling[] => {
      const containers = containersOf(pod.spec).filter(
        ({ container, field: at }) => !at.startsWith('init') || container.restartPolicy === 'Always',
      );
      if (type === 'ContainerResource' && !containers.some(({ container }) => container.name === only)) {
        // A mesh sets the requests of its containers.
        if (isInjectedContainer(only, { object: target, pod }, cluster)) return [];
        const known = containers.map(({ container }) => container.name).join(', ');
        const message = `${named} has no container ${JSON.stringify(only)}`;
        const certainty = mayBeInjected({ object: target, pod }, cluster, only) ? 'likely' : 'wrong';
        return [{ field: `${field}.container`, message, hint: `its containers are ${known}`, certainty }];
      }
      if (resource?.target?.type !== 'Utilization') return [];
      if (type === 'Resource' && hasRequest(pod.spec, resource.name)) return [];
      if (isDefaulted(resource.name, namespaceOf(object), cluster)) return [];
      const without = containers.find(
        ({ container }) => (type === 'Resource' || container.name === only) && !hasRequest(container, resource.name),
      );
      if (without === undefined) return [];
      const message = `container ${JSON.stringify(without.container.name)} of ${named} has no ${resource.name} request`;
      const [limits] = cluster.all('/LimitRange', namespaceOf(object));
      const ofPod =
        pod.spec.resources === undefined
          ? undefined
          : `set ${resource.name} in resources.requests of the pod, or of every container`;
      const hint =
        ofPod ??
        (limits &&
          `set resources.requests of every container; LimitRange ${JSON.stringify(limits.object.metadata?.name)} sets no ${resource.name}`);
      return [{ field, message, ...(hint && { hint }), certainty: 'likely' }];
    });
  },
};

/** A limit without a request is the request too. */
function hasRequest({ resources }: any, name: string): boolean {
  return resources?.requests?.[name] !== undefined || resources?.limits?.[name] !== undefined;
}

/** Whether a LimitRange of the input or the cluster sets the requests of containers that have none. */
function isDefaulted(resource: string, namespace: string, cluster: Cluster): boolean {
  return [...cluster.all('/LimitRange', namespace), ...cluster.external('/LimitRange', namespace)].some(
    ({ object }) =>
      cluster.isOpen(object) ||
      (object.spec?.limits ?? []).some(
        (limit: any) =>
          limit?.type === 'Container' && (limit.defaultRequest?.[resource] ?? limit.default?.[resource]) !== undefined,
      ),
  );
}
