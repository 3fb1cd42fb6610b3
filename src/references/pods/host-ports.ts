import { isDeepStrictEqual } from 'node:util';
import { containersOf } from '../../facts';
import { namespaceOf, type Workload } from '../input/placed';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const agent = (name: string, hostPort: number) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name, image: `${name}:1`, ports: [{ containerPort: 9100, hostPort }] }] },
    },
  },
});

/** Two DaemonSets that need the same port of every node. */
export const hostPortTaken: ReferenceRule = {
  id: 'host-port-taken',
  isConflict: true,
  message: 'port 9100 of the nodes is already used by DaemonSet "logs"',
  why: 'A port of a node is given to one pod: hostPort, and with hostNetwork every containerPort. Of two DaemonSets for the same nodes that need the same port, the pods of one stay Pending on each node: it did not have free ports for the requested pod ports.',
  hint: 'use another port for one of them, or different nodes',
  source: 'NodePorts (pkg/scheduler/framework/plugins/nodeports/node_ports.go)',
  refused: [agent('logs', 9100), agent('metrics', 9100)],
  accepted: [agent('logs', 9100), agent('metrics', 9101)],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    if (workload.object.kind !== 'DaemonSet') return [];
    const earlier = cluster.all('apps/DaemonSet').filter(({ document }) => document < workload.document);
    const others = earlier.filter(({ object }) =>
      runsOnSameNodes(object.spec?.template?.spec ?? {}, workload.pod.spec),
    );
    return hostPortsOf(workload.pod.spec).flatMap((own): Dangling[] => {
      const other = others.find(({ object }) =>
        hostPortsOf(object.spec?.template?.spec ?? {}).some((one) => collide(one, own)),
      );
      if (other === undefined) return [];
      const namespace = namespaceOf(other.object);
      const where = namespace === namespaceOf(workload.object) ? '' : ` in namespace ${namespace || 'default'}`;
      const by = `DaemonSet ${JSON.stringify(other.object.metadata?.name)}${where}`;
      const message = `port ${own.port} of the nodes is already used by ${by}`;
      return [{ field: `${workload.pod.specPath}.${own.field}`, message, certainty: 'wrong' }];
    });
  },
};

interface HostPort {
  readonly field: string;
  readonly port: number;
  readonly protocol: string;
  /** Empty for all addresses of the node. */
  readonly ip: string;
}

/** The server sets hostPort of pods in the network of their node. */
function hostPortsOf(spec: any): HostPort[] {
  return containersOf(spec).flatMap(({ container, field }) => {
    // Init containers that are not sidecars have ended.
    if (field.startsWith('initContainers') && container.restartPolicy !== 'Always') return [];
    return ((container.ports ?? []) as any[]).flatMap((port, index) => {
      const number = port?.hostPort ?? (spec.hostNetwork === true ? port?.containerPort : undefined);
      if (typeof number !== 'number' || number === 0) return [];
      const { protocol = 'TCP', hostIP = '' } = port;
      return [{ field: `${field}.ports[${index}]`, port: number, protocol, ip: hostIP === '0.0.0.0' ? '' : hostIP }];
    });
  });
}

function collide(one: HostPort, other: HostPort): boolean {
  const isSameAddress = one.ip === '' || other.ip === '' || one.ip === other.ip;
  return one.port === other.port && one.protocol === other.protocol && isSameAddress;
}

/** Whether both run on the same nodes for certain: each node that one selects, the other selects as well. */
function runsOnSameNodes(one: any, other: any): boolean {
  const nodesOf = (spec: any) => [spec.nodeSelector ?? {}, spec.affinity?.nodeAffinity ?? {}, spec.tolerations ?? []];
  return isDeepStrictEqual(nodesOf(one), nodesOf(other));
}
