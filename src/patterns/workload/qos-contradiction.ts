import type { coreV1 } from '../../kubernetes';
import { type QosClass, qosClassOf } from '../../pod';
import type { Problem } from '../../props';

/** Reports a pod that does not get the requested QoS class, and the containers that cause it. */
export function checkQosClass(
  asked: QosClass,
  spec: Pick<coreV1.PodSpec, 'containers' | 'initContainers' | 'resources'>,
  problem: Problem,
): void {
  const found = qosClassOf(spec);
  if (found === asked) return;
  const containers = [...(spec.initContainers ?? []), ...spec.containers];
  const others = containers.filter((container) => qosClassOf({ containers: [container] }) !== asked);
  const names = others.map(({ name }) => JSON.stringify(name)).join(', ');
  problem(
    'qos',
    `requests QoS class ${asked}, but the pod gets ${found}, because of ${names || 'all containers together'}`,
  );
}
