import { differenceOf } from '../../values';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { namespaceOf } from '../input/placed';

export interface Target {
  readonly object: any;
  readonly labels: Readonly<Record<string, string>>;
}

/** All objects of a kind that can be selected, found by label and namespace, as many selectors may match none of many. */
export class Targets {
  private static readonly known = new FoundOnce(
    (to: string, cluster) =>
      new Targets(
        to === 'pod'
          ? cluster.workloads.map(({ object, pod }) => ({ object, labels: pod.metadata?.labels ?? {} }))
          : cluster.all(to).map(({ object }) => ({ object, labels: object.metadata?.labels ?? {} })),
      ),
  );

  public static of(to: string, cluster: Cluster): Targets {
    return Targets.known.in(cluster, to);
  }

  private readonly byLabel = new Map<string, Target[]>();
  private readonly byNamespace = new Map<string, Target[]>();

  private constructor(private readonly all: readonly Target[]) {
    for (const target of all) {
      append(this.byNamespace, namespaceOf(target.object), target);
      for (const [key, value] of Object.entries(target.labels)) append(this.byLabel, `${key}=${value}`, target);
    }
  }

  /** Those that may match a selector. */
  public withLabelsOf(selector: any): readonly Target[] {
    const [label] = Object.entries(selector.matchLabels ?? {});
    return label === undefined ? this.all : (this.byLabel.get(`${label[0]}=${label[1]}`) ?? []);
  }

  public inNamespaces(namespaces: readonly string[]): readonly Target[] {
    return namespaces.length === 1
      ? (this.byNamespace.get(namespaces[0]!) ?? [])
      : this.all.filter(({ object }) => namespaces.includes(namespaceOf(object)));
  }
}

/** Labels are this different when they are about something else. */
const UNLIKE = 0.6;
/** Most labels that are listed. */
const FEW = 3;
/** Most objects that are compared letter by letter: of thousands, each of thousands of selectors would be compared with all. */
const MOST = 300;

interface Near {
  readonly target: Target;
  readonly difference: number;
  /** `app=web, not wev`. */
  readonly text: string;
}

/** What has labels like those that are wanted: the nearest one, or the values of few that are all other ones. */
export function nearLabels(wanted: readonly [string, string][], targets: readonly Target[]): string | undefined {
  const near = targets.slice(0, MOST).flatMap((target) => differences(wanted, target) ?? []);
  const nearest = near.reduce<Near | undefined>(
    (best, one) => (best && best.difference <= one.difference ? best : one),
    undefined,
  );
  if (nearest === undefined) return undefined;
  const { object } = nearest.target;
  if (near.length === 1 || nearest.difference < UNLIKE)
    return `${object.kind} ${JSON.stringify(object.metadata?.name)} has ${nearest.text}`;
  const [[key] = ['']] = wanted;
  const values = new Set(near.flatMap(({ target }) => target.labels[key] ?? []));
  return values.size === 0 || values.size > FEW
    ? undefined
    : `found ${[...values].map((one) => `${key}=${one}`).join(', ')}`;
}

/** Whether an object has all the keys, with whatever values. */
export function hasKeys(wanted: readonly [string, string][], { labels }: Target): boolean {
  return wanted.length > 0 && wanted.every(([key]) => labels[key] !== undefined);
}

/** How a target differs in its values, or in the key of a value; undefined for one without such labels. */
function differences(wanted: readonly [string, string][], target: Target): Near | undefined {
  const { labels } = target;
  const all = wanted.flatMap(([key, value]) => {
    const own = labels[key];
    if (own === value) return [];
    if (own !== undefined) return { difference: differenceOf(value, String(own)), text: `${key}=${own}, not ${value}` };
    const other = Object.keys(labels).find((one) => labels[one] === value && !/^(?:true|false|.)$/.test(value));
    return other === undefined ? undefined : { difference: 0, text: `${other}=${value}, not ${key}=${value}` };
  });
  const known = all.filter((one) => one !== undefined);
  if (known.length < all.length || known.length === 0) return undefined;
  return { target, text: known[0]!.text, difference: Math.max(...known.map((one) => one.difference)) };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
