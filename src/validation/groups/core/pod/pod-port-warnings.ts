import { containersOf } from '../../../../facts';
import { dns1123Label } from '../../../../values';
import { rules, textsFor } from '../../../rule';
import { POD } from './examples';
import { POD_SPEC } from './pod-ancestors';
import { POD_WARNING_TEXTS } from './pod-warning-texts';

/** Ports of a pod that stand in each other's way. */
export const podPortWarningRules = rules(
  POD_SPEC,
  {
    'port-overlaps': POD_WARNING_TEXTS['port-overlaps'],
    'port-name-repeated': POD_WARNING_TEXTS['port-name-repeated'],
  },
  (node, report) => {
    const ports = containersOf(node.value).flatMap(({ container, field }) =>
      (container.ports ?? []).map((port: any, index: number) => ({ port, field: `${field}.ports[${index}]` })),
    );
    const names = new Map<string, string>();
    for (const [index, { port, field }] of ports.entries()) {
      const { name = '', containerPort = 0, protocol, hostIP = '', hostPort = 0 } = port;
      if (hostIP !== '' && hostPort === 0) {
        const shown = `{Name:${name} HostPort:0 ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
        report('port-overlaps', field, { detail: `hostIP set without hostPort: ${shown}` });
      }
      for (const other of ports.slice(0, index)) {
        const kind = overlap(port, other.port);
        if (kind !== undefined)
          report('port-overlaps', field, { detail: `${kind} port definition with ${node.path}.${other.field}` });
      }
      const first = names.get(name);
      if (name === '') continue;
      if (first === undefined) names.set(name, field);
      else report('port-name-repeated', field, { name: JSON.stringify(name), other: `${node.path}.${first}` });
    }
  },
);

function overlap(port: any, other: any): string | undefined {
  if ((port.containerPort ?? 0) !== (other.containerPort ?? 0) || port.protocol !== other.protocol) return undefined;
  const [ip, otherIp] = [port.hostIP ?? '', other.hostIP ?? ''];
  const [host, otherHost] = [port.hostPort ?? 0, other.hostPort ?? 0];
  if (ip === otherIp && host === otherHost) return 'duplicate';
  if (host === 0 || otherHost === 0) return 'overlapping';
  return host === otherHost && (ip === '') !== (otherIp === '') ? 'dangerously ambiguous' : undefined;
}

/** The name of a pod is its host name as well. */
export const podNameWarningRules = rules(
  'io.k8s.api.core.v1.Pod',
  {
    'pod-name-dns-label': textsFor('WarningsOnCreate (pkg/registry/core/pod/strategy.go)', POD).warning(
      "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: {problems}",
      'The host name of a pod is its name, and a host name has no dots. A name with dots, or a long one, is cut.',
      { 'metadata.name': 'web.example' },
    ),
  },
  (node, report) => {
    const problems = dns1123Label(node.value.metadata?.name ?? '');
    if (problems.length > 0) report('pod-name-dns-label', 'metadata.name', { problems: `[${problems.join(' ')}]` });
  },
);
