import { selectorText } from '../references';

/** What a rule of a NetworkPolicy names other than pods: namespaces as a whole, addresses, or every address. */
export interface OutsidePeer {
  readonly kind: 'Namespaces' | 'Addresses';
  /** The selector, or the blocks: `team=web`, `10.0.0.0/8 except 10.1.0.0/16`, `any`. */
  readonly name: string;
  readonly direction: 'ingress' | 'egress';
  /** `TCP 5432, UDP 53`, `all ports` */
  readonly ports: string;
  /** Whether the rule is for DNS alone, which nearly every policy has. */
  readonly isDns: boolean;
  /** Path of the rule, or of the field that names the peer. */
  readonly field: string;
}

const DNS_PORT = 53;
const DIRECTIONS = [
  { direction: 'ingress', type: 'Ingress', peers: 'from' },
  { direction: 'egress', type: 'Egress', peers: 'to' },
] as const;

/** The peers of a NetworkPolicy that are not pods. */
export function outsidePeers({ spec }: any): OutsidePeer[] {
  // The server adds policyTypes where they are not set. @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
  const types: string[] = spec?.policyTypes ?? (spec?.egress?.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
  return DIRECTIONS.filter(({ type }) => types.includes(type)).flatMap(({ direction, peers: key }) =>
    (spec?.[direction] ?? []).flatMap((rule: any, index: number): OutsidePeer[] => {
      const ports = rule?.ports ?? [];
      const common = { direction, ports: portsText(ports), isDns: ports.length > 0 && ports.every(isDnsPort) } as const;
      const field = `spec.${direction}[${index}]`;
      const peers: any[] = rule?.[key] ?? [];
      if (peers.length === 0) return [{ ...common, kind: 'Addresses', name: 'any', field }];
      return peers.flatMap((peer, position): OutsidePeer[] => {
        const at = `${field}.${key}[${position}]`;
        if (peer?.ipBlock) {
          return [{ ...common, kind: 'Addresses', name: blockText(peer.ipBlock), field: `${at}.ipBlock` }];
        }
        if (!peer?.namespaceSelector || peer.podSelector) return [];
        const name = selectorText(peer.namespaceSelector) || 'all';
        return [{ ...common, kind: 'Namespaces', name, field: `${at}.namespaceSelector` }];
      });
    }),
  );
}

function isDnsPort({ port }: any): boolean {
  return port === DNS_PORT;
}

function blockText({ cidr, except = [] }: any): string {
  return except.length === 0 ? String(cidr) : `${cidr} except ${except.join(', ')}`;
}

function portsText(ports: readonly any[]): string {
  if (ports.length === 0) return 'all ports';
  return ports
    .map(({ protocol = 'TCP', port, endPort }) => `${protocol} ${port ?? 'all ports'}${endPort ? `-${endPort}` : ''}`)
    .join(', ');
}
