import { groupOf, isKind, type PodTemplate, podTemplateOf } from '../facts';
import { selectorMatches } from '../values';

/** An object and its position in the input. */
export interface Placed {
  readonly object: any;
  readonly document: number;
}

/** An object that creates pods, with its pod. */
export interface Workload extends Placed {
  readonly pod: PodTemplate;
}

/** Index of all objects of an input, with lookups in constant time. */
export class Cluster {
  public readonly workloads: readonly Workload[];
  private readonly byKind = new Index<Placed>();
  private readonly byNamespace = new Index<Placed>();
  private readonly byName = new Index<Placed>();
  private readonly workloadsByNamespace = new Index<Workload>();
  private readonly workloadsByLabel = new Index<Workload>();

  public constructor(objects: readonly any[]) {
    const workloads: Workload[] = [];
    for (const [document, object] of objects.entries()) {
      const placed: Placed = { object, document };
      const kind = kindKey(object?.apiVersion, object?.kind);
      const namespace = namespaceOf(object);
      this.byKind.add(placed, kind);
      this.byNamespace.add(placed, kind, namespace);
      this.byName.add(placed, kind, namespace, object?.metadata?.name);
      const pod = isKind(object, 'PodTemplate') ? undefined : podTemplateOf(object);
      if (pod !== undefined) {
        const workload = { ...placed, pod };
        workloads.push(workload);
        this.workloadsByNamespace.add(workload, namespace);
        for (const [key, value] of Object.entries(pod.metadata?.labels ?? {})) {
          this.workloadsByLabel.add(workload, namespace, key, value);
        }
      }
    }
    this.workloads = workloads;
  }

  /** Objects of a group and kind (`apps/Deployment`, `/Service`), of one namespace or of all. */
  public all(kind: string, namespace?: string | null): readonly Placed[] {
    return namespace === undefined ? this.byKind.get(kind) : this.byNamespace.get(kind, namespace ?? '');
  }

  /** The object of that kind and name. `null` means no namespace. */
  public find(kind: string, namespace: string | null | undefined, name: unknown): any {
    return this.byName.get(kind, namespace ?? '', name)[0]?.object;
  }

  /** Names of the objects of a kind in a namespace. */
  public names(kind: string, namespace: string | null | undefined): string[] {
    return this.all(kind, namespace ?? null)
      .map(({ object }) => object.metadata?.name)
      .filter((name): name is string => typeof name === 'string');
  }

  /** Workloads of a namespace whose pods a label selector selects. */
  public selected(namespace: string | undefined, selector: any): readonly Workload[] {
    const [label] = Object.entries(selector?.matchLabels ?? {});
    const candidates =
      label === undefined ? this.workloadsIn(namespace) : this.workloadsByLabel.get(namespace ?? '', ...label);
    return candidates.filter(({ pod }) => selectorMatches(selector ?? {}, pod.metadata?.labels ?? {}));
  }

  public workloadsIn(namespace: string | undefined): readonly Workload[] {
    return this.workloadsByNamespace.get(namespace ?? '');
  }
}

/** A multimap. */
class Index<T> {
  private readonly lists = new Map<string, T[]>();

  public add(item: T, ...keys: readonly unknown[]): void {
    const key = keys.join('\0');
    const list = this.lists.get(key);
    if (list === undefined) {
      this.lists.set(key, [item]);
    } else {
      list.push(item);
    }
  }

  public get(...keys: readonly unknown[]): readonly T[] {
    return this.lists.get(keys.join('\0')) ?? [];
  }
}

/** Namespace of an object; empty if it is not set, for the one it is applied in. */
export function namespaceOf(object: any): string {
  return object?.metadata?.namespace ?? '';
}

function kindKey(apiVersion: unknown, kind: unknown): string {
  return `${groupOf(String(apiVersion ?? ''))}/${kind}`;
}
