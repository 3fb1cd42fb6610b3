import { checkProps } from '../props';
import { addAmounts, amountsOf, parseQuantity, podAmounts, scaledUp } from '../values';

/** Nodes of one size: what pods can request of each, and how many there are. */
export interface NodeSize {
  /** Such as `2` or `1930m`. */
  readonly cpu?: string | number;
  /** Such as `4Gi`. */
  readonly memory?: string | number;
  /** Such as `20Gi`. */
  readonly ephemeralStorage?: string | number;
  /** Most pods of one node. @default 110, as kubelets have it */
  readonly pods?: number;
  /** Number of such nodes. @default 1 */
  readonly count?: number;
  /**
   * Further resources, such as `{ 'nvidia.com/gpu': 1 }`. When it is set, the nodes have no others.
   *
   * @default not known: requests of further resources are not compared
   */
  readonly resources?: Readonly<Record<string, string | number>>;
  /** Taints that keep pods without a matching toleration away. @default none */
  readonly taints?: readonly NodeTaint[];
}

/** A taint of a node, as Kubernetes writes it. */
export interface NodeTaint {
  readonly key: string;
  readonly value?: string;
  /** `NoSchedule` and `NoExecute` keep pods away, `PreferNoSchedule` does not. */
  readonly effect: string;
}

/** Resources of a node by the names that requests have. */
const RESOURCES = { cpu: 'cpu', memory: 'memory', ephemeralStorage: 'ephemeral-storage' } as const;
const DEFAULT_PODS = 110;
/** Amounts are added in thousandths, exactly. */
const MILLI = -3;

/** Amounts of resources in thousandths of their unit. */
export type Amounts = ReadonlyMap<string, bigint>;

/** @throws PropsError for sizes that are not quantities. */
export function checkNodeSizes(where: string, nodes: readonly NodeSize[]): void {
  checkProps(where, (reportIssue) => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) {
        reportIssue('nodes', `must be sizes such as { cpu: '2', memory: '4Gi' }, got ${JSON.stringify(node)}`);
        continue;
      }
      for (const [name, value] of Object.entries(node)) {
        if (Object.hasOwn(RESOURCES, name)) {
          if (value !== undefined && parseQuantity(value as string) === undefined) {
            reportIssue(
              `nodes.${name}`,
              `must be a quantity such as ${name === 'cpu' ? '"2"' : '"4Gi"'}, got ${JSON.stringify(value)}`,
            );
          }
        } else if (name === 'resources') {
          for (const [resource, amount] of Object.entries((value ?? {}) as object)) {
            if (parseQuantity(amount) !== undefined) continue;
            reportIssue(`nodes.resources.${resource}`, `must be a quantity such as "1", got ${JSON.stringify(amount)}`);
          }
        } else if (name === 'taints') {
          if (value !== undefined && !Array.isArray(value)) reportIssue('nodes.taints', 'must be an array of taints');
        } else if (name !== 'pods' && name !== 'count') {
          const known = 'cpu, memory, ephemeralStorage, pods, count, resources, taints';
          reportIssue(`nodes.${name}`, 'unknown resource', `use ${known}`);
        } else if (!Number.isInteger(value) || (value as number) < 1) {
          reportIssue(`nodes.${name}`, `must be a whole number of 1 or more, got ${JSON.stringify(value)}`);
        }
      }
    }
  });
}

/** What a node has, for the resources that its size gives. */
export function capacityOf(node: NodeSize): Amounts {
  const named = Object.entries(RESOURCES).flatMap(([name, resource]): [string, bigint][] => {
    const value = node[name as keyof typeof RESOURCES];
    return value === undefined ? [] : [[resource, amountOf(value)]];
  });
  const further = Object.entries(node.resources ?? {}).map(([name, value]): [string, bigint] => [
    name,
    amountOf(value),
  ]);
  return new Map([...named, ...further, ['pods', BigInt(node.pods ?? DEFAULT_PODS) * 1000n]]);
}

/** Resources of which a node has less than is requested. */
export function exceeded(requests: Amounts, node: NodeSize, capacity = capacityOf(node)): string[] {
  const isFurther = (name: string) => name.includes('/') || name.startsWith('hugepages-');
  const absent = node.resources === undefined ? [] : [...requests.keys()].filter(isFurther);
  const names = new Set([...capacity.keys(), ...absent]);
  return [...names].filter((name) => (requests.get(name) ?? 0n) > (capacity.get(name) ?? 0n));
}

/** Whether a pod may run on a node with these taints. */
export function toleratesTaintsOf({ taints = [] }: NodeSize, { tolerations = [] }: any): boolean {
  return taints
    .filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
    .every((taint) => tolerations.some((toleration: any) => tolerates(toleration ?? {}, taint)));
}

/** @see ToleratesTaint of k8s.io/component-helpers/scheduling/corev1 */
function tolerates({ key = '', operator = 'Equal', value = '', effect = '' }: any, taint: NodeTaint): boolean {
  if (effect !== '' && effect !== taint.effect) return false;
  if (key !== '' && key !== taint.key) return false;
  return operator === 'Exists' || (key !== '' && value === (taint.value ?? ''));
}

function amountOf(value: unknown): bigint {
  const amount = parseQuantity(value as string);
  return amount === undefined ? 0n : scaledUp(amount, MILLI);
}

/** The sum of two amounts. */
export function sum(left: Amounts, right: Amounts): Amounts {
  const names = new Set([...left.keys(), ...right.keys()]);
  return new Map([...names].map((name) => [name, (left.get(name) ?? 0n) + (right.get(name) ?? 0n)]));
}

/** What the scheduler reserves for a pod, with its overhead; a limit without a request is a request. */
export function podRequests(spec: any): Amounts {
  const amountsIn = ({ requests, limits }: any) => amountsOf({ ...limits, ...requests });
  const requests = addAmounts(podAmounts(spec, { amountsIn, hasPodLevel: true }), amountsOf(spec.overhead));
  return new Map([
    ...[...requests].map(([name, amount]) => [name, scaledUp(amount, MILLI)] as const),
    ['pods', 1000n] as const,
  ]);
}

/** `2500m` for cpu, `768Mi` for memory. */
export function formatAmount(resource: string, amount: bigint): string {
  if (resource === 'cpu') return amount % 1000n === 0n ? String(amount / 1000n) : `${amount}m`;
  const whole = (amount + 999n) / 1000n;
  if (resource === 'pods') return String(whole);
  const units: [string, bigint][] = [
    ['Gi', 1024n ** 3n],
    ['Mi', 1024n ** 2n],
    ['Ki', 1024n],
  ];
  const unit =
    units.find(([, size]) => whole >= size && whole % size === 0n) ?? units.find(([, size]) => whole >= size);
  return unit === undefined ? String(whole) : `${(whole + unit[1] - 1n) / unit[1]}${unit[0]}`;
}
