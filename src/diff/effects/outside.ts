import type { Consequence } from '../types';

const OUTSIDE = ['NodePort', 'LoadBalancer'];
const downtime = (path: string, message: string, hint = 'move clients to another address first'): Consequence => ({
  effect: 'downtime',
  path,
  message,
  hint,
});

/** Clients outside the cluster that no longer reach a Service. */
export function outsideEffects(old: any, after: any): Consequence[] {
  return [...typeEffects(old, after), ...addressEffects(old, after)];
}

function typeEffects(old: any, after: any): Consequence[] {
  const [was, is] = [old, after].map(({ spec }) => spec?.type ?? 'ClusterIP');
  if (!OUTSIDE.includes(was)) return [];
  if (was === is) return portEffects(old, after, was);
  if (was === 'LoadBalancer') return [downtime('spec.type', 'the load balancer is deleted, and its address with it')];
  return OUTSIDE.includes(is) ? [] : [downtime('spec.type', 'the node ports are closed')];
}

function portEffects(old: any, after: any, type: string): Consequence[] {
  const ports: any[] = after.spec?.ports ?? [];
  const lost = ((old.spec?.ports ?? []) as any[]).filter((port) => {
    const same = ports.find((one) => one.port === port.port && protocolOf(one) === protocolOf(port));
    if (type === 'LoadBalancer') return same === undefined;
    // The server keeps the node port of a port that names none.
    const node = same === undefined ? ports.find((one) => one.nodePort === port.nodePort) : same;
    return node === undefined || (node.nodePort !== undefined && node.nodePort !== port.nodePort);
  });
  if (lost.length === 0) return [];
  const named = lost.map((port) => `${protocolOf(port)} ${port.port}`).join(', ');
  const what = type === 'LoadBalancer' ? `${named}, which is gone` : `${named}, whose node port is gone or another one`;
  return [
    downtime('spec.ports', `clients outside of the cluster connect to ${what}`, 'keep the port beside the new one'),
  ];
}

function addressEffects(old: any, after: any): Consequence[] {
  const lost = ((old.spec?.externalIPs ?? []) as string[]).filter((one) => !after.spec?.externalIPs?.includes(one));
  if (lost.length === 0) return [];
  return [downtime('spec.externalIPs', `clients outside of the cluster connect to ${lost.join(', ')}, which is gone`)];
}

function protocolOf({ protocol = 'TCP' }: any): string {
  return protocol;
}
