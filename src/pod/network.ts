import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { dns1123Label, dns1123Subdomain, parseAddress } from '../values';
import { checkOneOf, checkText, definedFields, entriesOf, fieldsOf } from './checks';

/** How names are resolved in a pod. */
export interface DnsProps {
  /**
   * `None` takes all from the fields below.
   *
   * @default 'ClusterFirst'; 'ClusterFirstWithHostNet' with hostNetwork
   */
  readonly policy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  /** Addresses of name servers, at most 3. */
  readonly nameservers?: readonly string[];
  /** Domains in which short names are looked for. */
  readonly searches?: readonly string[];
  /** Resolver options, such as `{ ndots: '2', edns0: undefined }`. */
  readonly options?: Readonly<Record<string, string | undefined>>;
}

/** What a pod shares with its node, and how it is known on the network. */
export interface PodNetworkProps {
  /** Uses the node's network: every port of the containers is one of the node. @default false */
  readonly hostNetwork?: boolean;
  /** Sees the node's processes. @default false */
  readonly hostPID?: boolean;
  /** Shares memory and semaphores with the node. @default false */
  readonly hostIPC?: boolean;
  readonly dns?: DnsProps;
  /** Lines of /etc/hosts: host names by address. */
  readonly hostAliases?: Readonly<Record<string, readonly string[]>>;
  /** @default the pod's name */
  readonly hostname?: string;
  /** Name of the headless Service under which the pod has a name of its own. */
  readonly subdomain?: string;
}

const MOST_NAMESERVERS = 3;

/** The network's fields of a pod spec. */
export function networkManifest(props: PodNetworkProps, problem: Problem): Partial<coreV1.PodSpec> {
  if (props.hostname !== undefined) checkText(problem, 'hostname', props.hostname, dns1123Label);
  if (props.subdomain !== undefined) checkText(problem, 'subdomain', props.subdomain, dns1123Label);
  const hostAliases = Object.entries(props.hostAliases ?? {}).map(([ip, hostnames]) => {
    if (parseAddress(ip) === undefined) problem('hostAliases', `${JSON.stringify(ip)} is no IP address`);
    for (const name of hostnames) checkText(problem, `hostAliases.${ip}`, name, dns1123Subdomain);
    return { ip, hostnames: [...hostnames] };
  });
  return definedFields({
    hostNetwork: props.hostNetwork || undefined,
    hostPID: props.hostPID || undefined,
    hostIPC: props.hostIPC || undefined,
    // With the plain policy a pod on the node's network would not find any Service.
    dnsPolicy: props.dns?.policy ?? (props.hostNetwork ? ('ClusterFirstWithHostNet' as const) : undefined),
    dnsConfig: props.dns && dnsConfigManifest(props.dns, problem),
    hostAliases: entriesOf(hostAliases),
    hostname: props.hostname,
    subdomain: props.subdomain,
  });
}

function dnsConfigManifest(dns: DnsProps, problem: Problem): coreV1.PodDNSConfig | undefined {
  const { nameservers = [], searches = [], options = {} } = dns;
  checkOneOf(problem, 'dns.policy', dns.policy, ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']);
  if (dns.policy === 'None' && nameservers.length === 0)
    problem('dns.nameservers', 'must be given with the policy None');
  if (nameservers.length > MOST_NAMESERVERS) {
    problem('dns.nameservers', `must be at most ${MOST_NAMESERVERS}, got ${nameservers.length}`);
  }
  for (const address of nameservers) {
    if (parseAddress(address) === undefined) problem('dns.nameservers', `${JSON.stringify(address)} is no IP address`);
  }
  for (const domain of searches) checkText(problem, 'dns.searches', domain.replace(/\.$/, ''), dns1123Subdomain);
  return fieldsOf({
    nameservers: entriesOf(nameservers),
    searches: entriesOf(searches),
    options: entriesOf(Object.entries(options).map(([name, value]) => definedFields({ name, value }))),
  });
}
