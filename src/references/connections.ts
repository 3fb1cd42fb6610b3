import { containersOf } from '../facts';
import { podPeer, type ServiceTarget, targetsOfService } from '../reachability';
import type { Cluster } from './cluster';
import { deployment, service } from './examples';
import { policy } from './network-policies';
import { namespaceOf, type Workload } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';

const client = (value: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client', labels: { app: 'client' } },
  spec: { containers: [{ name: 'client', image: 'client:1', env: [{ name: 'SHOP_URL', value }] }] },
});
const from = (app: string) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });

/** A connection that an environment variable declares, as connectTo writes it, and that a NetworkPolicy denies. */
export const deniedConnection: ReferenceRule = {
  id: 'connection-denied',
  severity: 'warning',
  message: 'NetworkPolicy "shop" denies connections to Service "shop" on TCP 8080 (ingress)',
  why: 'The address of a Service in a variable declares a connection. NetworkPolicies that select a pod deny what none of them allows, at both ends: the connection times out.',
  hint: 'allow it in a NetworkPolicy of the pods that deny it; in a program connectTo does so at both ends',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  refused: [deployment(), service(), client('http://shop:80'), policy({ app: 'shop' }, { ingress: [] })],
  accepted: [deployment(), service(), client('http://shop:80'), policy({ app: 'shop' }, from('client'))],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const own = podPeer(workload.object);
    if (own === undefined) return [];
    return addressesIn(workload, cluster).flatMap(({ field, object, port }): Dangling[] => {
      const targets = targetsOfService(object, port, cluster.reachability);
      return targets.flatMap((target) => denial(own, target, object, field, cluster)).slice(0, 1);
    });
  },
};

function denial(
  own: NonNullable<ReturnType<typeof podPeer>>,
  { peer, protocol, port }: ServiceTarget,
  object: any,
  field: string,
  cluster: Cluster,
): Dangling[] {
  if (port === undefined || peer.object === own.object) return [];
  const { ports, egress, ingress } = cluster.reachability.between(own, peer);
  if (ports.has(protocol, port)) return [];
  const [side, direction] = egress.ports.has(protocol, port) ? [ingress, 'ingress'] : [egress, 'egress'];
  const names = side.policies.map(({ metadata }) => JSON.stringify(metadata?.name)).join(', ');
  const denying = side.policies.length === 1 ? `NetworkPolicy ${names} denies` : `NetworkPolicies ${names} deny`;
  const message = `${denying} connections to Service ${JSON.stringify(object.metadata?.name)} on ${protocol} ${port} (${direction})`;
  return [{ field, message, certainty: 'likely' }];
}

export const unknownServicePort: ReferenceRule = {
  id: 'service-address-port',
  severity: 'warning',
  message: 'Service "shop" has no port 8080',
  why: 'The variable has the address of a Service of the input with a port that the Service does not have. Connections to it time out or are refused.',
  hint: 'use a port of the Service; it leads to the port of the pods',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  refused: [deployment(), service(), client('http://shop:8080')],
  accepted: [deployment(), service(), client('http://shop:80')],
  on: 'pod',
  check: (subject, cluster) =>
    addressesIn(subject as Workload, cluster).flatMap(({ field, object, port }): Dangling[] => {
      const { type, clusterIP, ports = [] } = object.spec ?? {};
      // Clients of a headless Service connect to the pods, on any port.
      if (type === 'ExternalName' || clusterIP === 'None' || ports.length === 0) return [];
      if (ports.some((one: any) => one?.port === port)) return [];
      const known = ports.map((one: any) => one?.port).join(', ');
      const message = `Service ${JSON.stringify(object.metadata?.name)} has no port ${port}`;
      return [{ field, message, hint: `its ports are ${known}`, certainty: 'likely' }];
    }),
};

interface ServiceAddress {
  readonly field: string;
  /** The Service. */
  readonly object: any;
  readonly port: number;
}

/** The addresses of Services of the input in the variables of a pod: `http://db.data:80/…`, `db:5432`, or `X_HOST` and `X_PORT`. */
function addressesIn({ object, pod }: Workload, cluster: Cluster): ServiceAddress[] {
  return containersOf(pod.spec).flatMap(({ container, field }) => {
    const variables: any[] = container.env ?? [];
    return variables.flatMap((variable, index): ServiceAddress[] => {
      const { name, value } = variable ?? {};
      if (typeof name !== 'string' || typeof value !== 'string' || /IMAGE|TAG|VERSION/.test(name)) return [];
      const [, host, port] = ADDRESS.exec(value) ?? [undefined, value, portBeside(name, variables)];
      const found =
        host === undefined || port === undefined ? undefined : serviceAt(host, namespaceOf(object), cluster);
      if (found === undefined) return [];
      return [{ field: `${pod.specPath}.${field}.env[${index}].value`, object: found, port: Number(port) }];
    });
  });
}

/** A URL or `host:port`. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?)?([a-z0-9.-]+):(\d{1,5})(?:[/?].*)?$/;

/** The value of `DB_PORT` for `DB_HOST`. */
function portBeside(name: string, variables: readonly any[]): string | undefined {
  const stem = /^(.*_)?(?:HOST|HOSTNAME|ADDRESS|SERVER)$/.exec(name)?.[1];
  const port = stem === undefined ? undefined : variables.find((one) => one?.name === `${stem}PORT`)?.value;
  return /^\d{1,5}$/.test(String(port ?? '')) ? port : undefined;
}

function serviceAt(host: string, own: string, cluster: Cluster): any {
  const [, name, namespace = own] =
    /^([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.cluster\.local)?\.?)?)?$/.exec(host) ?? [];
  return name === undefined ? undefined : cluster.find('/Service', namespace, name);
}
