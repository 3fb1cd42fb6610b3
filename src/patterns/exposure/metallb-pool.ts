import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../../origin';
import { definedFields, entriesOf, mapOf } from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain, parseAddress, parseRange } from '../../values';
import { type NamingProps, namingOf } from '../naming';

/** Props of a MetalLbPool. */
export interface MetalLbPoolProps extends Omit<NamingProps, 'namespace'> {
  /** Address ranges, such as `192.168.1.240-192.168.1.250` or `192.168.10.0/24`. */
  readonly addresses: readonly string[];
  /** Assigns addresses to Services that do not reference the pool. @default true */
  readonly autoAssign?: boolean;
  /** Excludes addresses that end with .0 and .255. @default false */
  readonly avoidBuggyIPs?: boolean;
  /** Namespace of MetalLB. @default 'metallb-system' */
  readonly namespace?: string;
  /** Announces the addresses with ARP and NDP. @default true */
  readonly advertise?: boolean;
  /** Network interfaces to announce on. @default all */
  readonly interfaces?: readonly string[];
  /** Labels of the nodes to announce from. @default all nodes */
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

/**
 * Addresses that MetalLB assigns to Services of type LoadBalancer: an IPAddressPool and its L2Advertisement.
 *
 * @see https://metallb.universe.tf/configuration/
 * @example
 * new MetalLbPool(chart, 'office', { addresses: ['192.168.1.240-192.168.1.250'] });
 */
@checked('MetalLbPool')
export class MetalLbPool extends RecordedConstruct {
  public readonly pool: ApiObject;
  /** Undefined when the pool is not announced. */
  public readonly advertisement: ApiObject | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: MetalLbPoolProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      if (props.addresses.length === 0) reportIssue('addresses', 'must not be empty');
      for (const [index, range] of props.addresses.entries()) checkAddresses(range, `addresses[${index}]`, reportIssue);
    });
    const { name, labels, annotations } = naming!;
    const { namespace = 'metallb-system', autoAssign, avoidBuggyIPs, interfaces, advertise = true } = props;
    const metadata = { name, namespace, labels: { ...labels }, annotations: { ...annotations } };
    const apiVersion = 'metallb.io/v1beta1';
    this.pool = new ApiObject(this, 'Pool', {
      apiVersion,
      kind: 'IPAddressPool',
      metadata,
      spec: definedFields({ addresses: [...props.addresses], autoAssign, avoidBuggyIPs }),
    });
    if (!advertise) return;
    const matchLabels = mapOf(props.nodeSelector);
    this.advertisement = new ApiObject(this, 'Advertisement', {
      apiVersion,
      kind: 'L2Advertisement',
      metadata,
      spec: definedFields({
        ipAddressPools: [name],
        interfaces: entriesOf(interfaces),
        nodeSelectors: matchLabels && [{ matchLabels }],
      }),
    });
  }
}

/** MetalLB supports ranges and prefixes, but not single addresses. */
function checkAddresses(range: string, prop: string, reportIssue: ReportIssue): void {
  const [first, last, ...rest] = range.split('-').map((part) => part.trim());
  if (rest.length === 0 && last === undefined) {
    if (parseRange(range) !== undefined) return;
    const hint = parseAddress(range) === undefined ? undefined : `try "${range}/32"`;
    reportIssue(
      prop,
      `must be a range, for example "192.168.1.240-192.168.1.250" or "192.168.10.0/24", got ${JSON.stringify(range)}`,
      hint,
    );
    return;
  }
  const [from, to] = [parseAddress(first!), parseAddress(last!)];
  if (from === undefined || to === undefined || rest.length > 0) {
    reportIssue(
      prop,
      `must be a range, for example "192.168.1.240-192.168.1.250" or "192.168.10.0/24", got ${JSON.stringify(range)}`,
    );
  } else if (compare(from, to) > 0) {
    reportIssue(prop, `must start with the smaller address, got ${JSON.stringify(range)}`);
  }
}

function compare(left: readonly number[], right: readonly number[]): number {
  const index = left.findIndex((part, at) => part !== right[at]);
  return index < 0 ? 0 : left[index]! - right[index]!;
}
