import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { dns1123Label, dns1123Subdomain, parseAddress } from '../values';
import { checkOneOf, checkText, definedFields, entriesOf, fieldsOf } from './checks';

/** DNS settings of a pod in addition to those of its policy. */
export interface DnsConfigProps {
  /** IP addresses of name servers, at most 3. */
  readonly nameservers?: readonly string[];
  /** Search domains for short names. */
  readonly searches?: readonly string[];
  /** Resolver options, such as `{ ndots: '2', edns0: undefined }`. */
  readonly options?: Readonly<Record<string, string | undefined>>;
}

/** Host namespaces and network settings of a pod. */
export interface PodNetworkProps {
  /** Uses the network namespace of the node: every container port is a port of the node. @default false */
  readonly hostNetwork?: boolean;
  /** Uses the process namespace of the node. @default false */
  readonly hostPID?: boolean;
  /** Uses the IPC namespace of the node. @default false */
  readonly hostIPC?: boolean;
  /**
   * `None` uses `dnsConfig` only.
   *
   * @default 'ClusterFirst'; 'ClusterFirstWithHostNet' with hostNetwork
   */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  readonly dnsConfig?: DnsConfigProps;
  /** Entries of /etc/hosts: host names by IP address. */
  readonly hostAliases?: Readonly<Record<string, readonly string[]>>;
  /** @default the name of the pod */
  readonly hostname?: string;
  /** Name of the headless Service that gives the pod its DNS name. */
  readonly subdomain?: string;
}

const MAX_NAMESERVERS = 3;

/** Network fields of a pod spec. */
export function networkManifest(props: PodNetworkProps, reportIssue: ReportIssue): Partial<coreV1.PodSpec> {
  if (props.hostname !== undefined) checkText(reportIssue, 'hostname', props.hostname, dns1123Label);
  if (props.subdomain !== undefined) checkText(reportIssue, 'subdomain', props.subdomain, dns1123Label);
  const hostAliases = Object.entries(props.hostAliases ?? {}).map(([ip, hostnames]) => {
    if (parseAddress(ip) === undefined) reportIssue('hostAliases', `${JSON.stringify(ip)} is not an IP address`);
    for (const name of hostnames) checkText(reportIssue, `hostAliases.${ip}`, name, dns1123Subdomain);
    return { ip, hostnames: [...hostnames] };
  });
  return definedFields({
    hostNetwork: props.hostNetwork || undefined,
    hostPID: props.hostPID || undefined,
    hostIPC: props.hostIPC || undefined,
    // With ClusterFirst a pod on the host network cannot resolve Services.
    dnsPolicy: props.dnsPolicy ?? (props.hostNetwork ? ('ClusterFirstWithHostNet' as const) : undefined),
    dnsConfig: dnsConfigManifest(props, reportIssue),
    hostAliases: entriesOf(hostAliases),
    hostname: props.hostname,
    subdomain: props.subdomain,
  });
}

const POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];

function dnsConfigManifest(
  { dnsPolicy, dnsConfig = {} }: PodNetworkProps,
  reportIssue: ReportIssue,
): coreV1.PodDNSConfig | undefined {
  const { nameservers = [], searches = [], options = {} } = dnsConfig;
  checkOneOf(reportIssue, 'dnsPolicy', dnsPolicy, POLICIES);
  if (dnsPolicy === 'None' && nameservers.length === 0)
    reportIssue('dnsConfig.nameservers', 'is required with the policy None');
  if (nameservers.length > MAX_NAMESERVERS) {
    reportIssue('dnsConfig.nameservers', `must be at most ${MAX_NAMESERVERS}, got ${nameservers.length}`);
  }
  for (const address of nameservers) {
    if (parseAddress(address) === undefined)
      reportIssue('dnsConfig.nameservers', `${JSON.stringify(address)} is not an IP address`);
  }
  for (const domain of searches)
    checkText(reportIssue, 'dnsConfig.searches', domain.replace(/\.$/, ''), dns1123Subdomain);
  return fieldsOf({
    nameservers: entriesOf(nameservers),
    searches: entriesOf(searches),
    options: entriesOf(Object.entries(options).map(([name, value]) => definedFields({ name, value }))),
  });
}
