import type { coreV1 } from '../../kubernetes';
import type { Origin } from '../../origin';
import { formatOrigin } from '../../overlay';
import { type QosClass, qosClassOf } from '../../pod';
import type { ReportIssue } from '../../props';

/** How a container gets a QoS class. */
const FACTORIES: Readonly<Record<QosClass, string>> = {
  Guaranteed: 'Qos.guaranteed',
  Burstable: 'Qos.burstable',
  BestEffort: 'Qos.bestEffort()',
};

/**
 * Reports a pod that does not get the requested QoS class, and the containers that cause it.
 *
 * @param originOf the line that added a container, such as `containers[1]`, when it is not that of the workload.
 */
export function checkQosClass(
  asked: QosClass,
  spec: Pick<coreV1.PodSpec, 'containers' | 'initContainers' | 'resources'>,
  reportIssue: ReportIssue,
  originOf: (path: string) => Origin | undefined = () => undefined,
): void {
  const found = qosClassOf(spec);
  if (found === asked) return;
  const others = (['initContainers', 'containers'] as const).flatMap((list) =>
    (spec[list] ?? [])
      .map((container, index) => ({ container, path: `${list}[${index}]` }))
      .filter(({ container }) => qosClassOf({ containers: [container] }) !== asked),
  );
  // An entry without an image, from an overlay with a wrong name, is reported by the rules of the server.
  if (others.length > 0 && others.every(({ container }) => container.image === undefined)) return;
  const names = others.map(({ container, path }) => {
    const origin = originOf(path);
    return `${JSON.stringify(container.name)}${origin === undefined ? '' : `, added${formatOrigin(origin)}`}`;
  });
  const message = `requests QoS class ${asked}, but the pod gets ${found}, because of ${names.join(', ') || 'all containers together'}`;
  const hint =
    others.length === 0
      ? undefined
      : `use ${FACTORIES[asked]} for ${others.length === 1 ? 'it' : 'them'} too, or ${FACTORIES[found]} for the workload`;
  reportIssue('qos', message, hint);
}
