import { groupOf } from '../manifest';
import { selectsLabels } from '../manifest/label-selector';
import { type PodTemplate, podTemplateOf } from '../manifest/pod-template';

/** An object and its position in the input. */
export interface Placed {
  readonly object: any;
  readonly document: number;
}

/** An object that makes pods, with the pod. */
export interface Workload extends Placed {
  readonly pod: PodTemplate;
}

/** All objects of an input, found as a cluster would find them. */
export class Cluster {
  public readonly workloads: readonly Workload[];
  private readonly byKind = new Map<string, Placed[]>();

  public constructor(objects: readonly any[]) {
    const placed = objects.map((object, document): Placed => ({ object, document }));
    for (const one of placed) {
      const key = kindKey(one.object?.apiVersion, one.object?.kind);
      this.byKind.set(key, [...(this.byKind.get(key) ?? []), one]);
    }
    this.workloads = placed.flatMap((one) => {
      const pod = one.object?.kind === 'PodTemplate' ? undefined : podTemplateOf(one.object);
      return pod === undefined ? [] : [{ ...one, pod }];
    });
  }

  /** Objects of a group and kind (`apps/Deployment`, `/Service`), of one namespace or of all. */
  public all(kind: string, namespace?: string | null): readonly Placed[] {
    const found = this.byKind.get(kind) ?? [];
    return namespace === undefined ? found : found.filter(({ object }) => namespaceOf(object) === (namespace ?? ''));
  }

  /** The object of that kind and name. `null` stands for no namespace. */
  public find(kind: string, namespace: string | null | undefined, name: unknown): any {
    return this.all(kind, namespace ?? null).find(({ object }) => object.metadata?.name === name)?.object;
  }

  /** Names of the objects of a kind in a namespace. */
  public names(kind: string, namespace: string | null | undefined): string[] {
    return this.all(kind, namespace ?? null)
      .map(({ object }) => object.metadata?.name)
      .filter((name): name is string => typeof name === 'string');
  }

  /** Workloads of a namespace whose pods a label selector selects. */
  public selected(namespace: string | undefined, selector: unknown): readonly Workload[] {
    return this.workloadsIn(namespace).filter(({ pod }) => selectsLabels(selector, pod.metadata?.labels ?? {}));
  }

  public workloadsIn(namespace: string | undefined): readonly Workload[] {
    return this.workloads.filter(({ object }) => namespaceOf(object) === (namespace ?? ''));
  }
}

/** Namespace of an object; empty where it says none, which is the one it is applied in. */
export function namespaceOf(object: any): string {
  return object?.metadata?.namespace ?? '';
}

function kindKey(apiVersion: unknown, kind: unknown): string {
  return `${groupOf(String(apiVersion ?? ''))}/${kind}`;
}
