import { containersOf } from '../../facts';
import { didYouMean } from '../../values';
import type { Workload } from '../input/cluster';
import { isInjectedPort, isOfKruise, mayBeInjected } from '../input/injected';
import { customList, namespaceOf } from '../input/placed';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

interface PodPort {
  readonly name: unknown;
  readonly number: unknown;
  readonly protocol: string;
}

interface Wanted {
  readonly target: string | number;
  readonly protocol: string;
  readonly field: string;
}

interface WantedName extends Wanted {
  /** Of the Service. */
  readonly port: any;
  /** Targets of its other ports. */
  readonly taken: readonly unknown[];
}

export const serviceTargetPort: ReferenceRule = {
  id: 'service-port-unknown',
  message: 'no selected pod has a port with that name',
  why: 'A named target port is resolved in the containers of each pod; a pod without it gets no traffic. A number that no container declares is probably a mistake.',
  hint: 'use the name of a container port, or its number',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  refused: [deployment(), service({ ports: [{ port: 80, targetPort: 'htpp' }] })],
  accepted: [deployment(), service()],
  on: '/Service',
  check: ({ object }, cluster) => {
    const selector = object.spec?.selector ?? {};
    const isAlias = object.spec?.type === 'ExternalName';
    const pods =
      isAlias || Object.keys(selector).length === 0
        ? []
        : cluster.selected(namespaceOf(object), { matchLabels: selector });
    if (pods.length === 0) return [];
    const isHeadless = object.spec?.clusterIP === 'None';
    return (object.spec?.ports ?? []).flatMap((port: any, index: number): Dangling[] => {
      const target = port?.targetPort ?? port?.port;
      const field = `spec.ports[${index}].${port?.targetPort === undefined ? 'port' : 'targetPort'}`;
      const wanted = { target, protocol: port?.protocol ?? 'TCP', field };
      if (pods.some((workload) => isInjectedPort(target, workload, cluster))) return [];
      if (typeof target === 'string') {
        const isOpen = pods.some((workload) => mayBeInjected(workload, cluster, target));
        const taken = (object.spec.ports as any[]).map((one) => one?.targetPort).filter((one) => one !== target);
        return unknownName({ ...wanted, port, taken }, pods).map((one) =>
          isOpen ? { ...one, certainty: 'likely' } : one,
        );
      }
      // Clients of a headless Service connect to the pods, on whatever port they know.
      if (isHeadless || typeof target !== 'number' || target === 0 || mayListen(target, pods)) return [];
      return undeclaredNumber(wanted, pods);
    });
  },
};

function unknownName({ target, protocol, field, port, taken }: WantedName, pods: readonly Workload[]): Dangling[] {
  const isFound = (port: PodPort) => port.name === target && port.protocol === protocol;
  const without = pods.filter((workload) => !portsOf(workload).some(isFound));
  if (without.length === 0) return [];
  const shown = JSON.stringify(target);
  const other = pods.flatMap(portsOf).find(({ name }) => name === target);
  const certain = { field, certainty: pods.some(isOfKruise) ? 'likely' : 'wrong' } as const;
  if (without.length < pods.length) {
    const message = `the selected pods of ${named(without)} have no port named ${shown}`;
    return [
      {
        field,
        message,
        hint: renaming(String(target), pods.flatMap(portsOf).filter(isFound), without),
        certainty: 'likely',
      },
    ];
  }
  if (other !== undefined) {
    const message = `port ${shown} of the selected pods is ${other.protocol}, not ${protocol}`;
    return [{ ...certain, message, hint: 'use the same protocol for both' }];
  }
  if (pods.some((workload) => initPortsOf(workload).some(isFound))) {
    const message = `port ${shown} is of an init container, which has ended when the pod gets traffic`;
    return [{ ...certain, message, hint: 'declare the port in a container that keeps running' }];
  }
  const known = pods.flatMap(portsOf).filter(({ name }) => typeof name === 'string');
  const names = [...new Set(known.map(({ name }) => String(name)))];
  // Two ports of a Service seldom lead to one of the pods.
  const left = known.filter(({ name }) => !taken.includes(name));
  const same = left.find(({ name }) => name === port.name);
  const hint =
    (same && `did you mean ${JSON.stringify(same.name)}?`) ??
    didYouMean(
      String(target),
      left.map(({ name }) => String(name)),
    ) ??
    (names.length === 0 ? undefined : `the pods have ${names.join(', ')}`);
  const message = `no port named ${shown} in the selected pods`;
  return [{ ...certain, message, ...(hint !== undefined && { hint }) }];
}

/** How pods among others get the name of a port that the others have: those of a canary are meant to get traffic as well. */
function renaming(target: string, found: readonly PodPort[], without: readonly Workload[]): string {
  const shown = JSON.stringify(target);
  for (const workload of without) {
    const same = portsOf(workload).find((port) =>
      found.some(({ number, protocol }) => number === port.number && protocol === port.protocol),
    );
    if (same !== undefined) {
      const of = `of ${named([workload])}`;
      return same.name === undefined
        ? `give port ${same.number} ${of} the name ${shown}`
        : `rename port ${JSON.stringify(same.name)} (${same.number}) ${of} to ${shown}`;
    }
  }
  return `give a port of these pods the name ${shown}, or select by a label that only the pods with the port have`;
}

/** Of webhooks that are made with controller-runtime, whose containers seldom declare it. */
const WEBHOOK = 9443;

/** Whether a number that no container declares is in their arguments or variables. */
function mayListen(target: number, pods: readonly Workload[]): boolean {
  const ports = pods.flatMap(portsOf);
  if (ports.some(({ number }) => number === target)) return false;
  if (target === WEBHOOK) return true;
  const number = new RegExp(`(?<!\\d)${target}(?!\\d)`);
  const isMentioned = ({ command, args, env }: any) =>
    [...customList(command), ...customList(args), ...customList(env).map((one) => one?.value)].some((one) =>
      number.test(String(one)),
    );
  return pods.some(({ pod }) => containersOf(pod.spec).some(({ container }) => isMentioned(container)));
}

/** Containers need not declare their ports; when they declare some, the port of a Service is usually one of them. */
function undeclaredNumber({ target, protocol, field }: Wanted, pods: readonly Workload[]): Dangling[] {
  const declaring = pods.filter((workload) => portsOf(workload).length > 0);
  const isDeclared = (workload: Workload) =>
    portsOf(workload).some((port) => port.number === target && port.protocol === protocol);
  const without = declaring.filter((workload) => !isDeclared(workload));
  // Pods that declare no port among pods that declare this one are other pods.
  const others = declaring.some(isDeclared) ? pods.filter((workload) => !isDeclared(workload)) : without;
  if (others.length === 0) return [];
  const other = declaring.flatMap(portsOf).find(({ number }) => number === target);
  const known = [
    ...new Set(without.flatMap(portsOf).map(({ name, number }) => [name, number].filter(Boolean).join(' '))),
  ];
  const message =
    other !== undefined && without.length === declaring.length
      ? `port ${target} of the selected pods is ${other.protocol}, not ${protocol}`
      : `the selected pods of ${named(others)} do not declare port ${target}`;
  return [
    {
      field,
      message,
      hint:
        known.length === 0
          ? 'select by a label that only the pods with the port have'
          : `they have ${known.join(', ')}`,
      certainty: 'likely',
    },
  ];
}

/** Ports to which a Service can lead: those of containers and of sidecars. */
function portsOf({ pod }: Workload): PodPort[] {
  return declared(pod, ({ container, field }) => !field.startsWith('init') || container.restartPolicy === 'Always');
}

function initPortsOf({ pod }: Workload): PodPort[] {
  return declared(pod, ({ container, field }) => field.startsWith('init') && container.restartPolicy !== 'Always');
}

function declared(pod: Workload['pod'], isMeant: (one: ReturnType<typeof containersOf>[number]) => boolean): PodPort[] {
  return containersOf(pod.spec)
    .filter(isMeant)
    .flatMap(({ container }) => container.ports ?? [])
    .map((port: any) => ({ name: port?.name, number: port?.containerPort, protocol: port?.protocol ?? 'TCP' }));
}

function named(workloads: readonly Workload[]): string {
  const names = workloads.map(({ object }) => `${object.kind} ${JSON.stringify(object.metadata?.name)}`);
  return [...new Set(names)].join(', ');
}
