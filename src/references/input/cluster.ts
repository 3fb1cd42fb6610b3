import { DEFAULT_NAMESPACE, groupOf } from '../../facts';
import { Reachability } from '../../reachability';
import { isEmptySelector, selectorMatches } from '../../values';
import { isAboutOthers } from './about-others';
import { firstNamed, Index, kindsCalled, named, PairIndex } from './cluster-index';
import { GatewayClasses } from './gateway-classes';
import { EVERYTHING, type Lookups } from './lookups';
import { NameIndex } from './name-index';
import { NamespaceLabels } from './namespace-labels';
import { ScaledSets } from './ordinals';
import {
  kindIn,
  kindKey,
  namespaceNamed,
  namespaceOf,
  namespacesReferredTo,
  type Placed,
  type Workload,
} from './placed';
import { podOf } from './pod-of';
import { ProducedIndex } from './produced-index';
import { SYSTEM_NAMESPACE } from './well-known';
import { WorkloadIndex } from './workload-index';

export { namespaceOf, type Placed, type Workload } from './placed';

/** Namespace of external objects that are known in every namespace. */
const ANY = '*';

/** Index of all objects of an input, with lookups in constant time. */
export class Cluster {
  /** Which StatefulSets have other numbers of pods than their manifests say. */
  public readonly scaledSets: ScaledSets;
  /** Objects of the input by namespace, as `namespaceOf` calls it. */
  public readonly inNamespace: Index<Placed>;
  /** What controllers create for objects of the input. */
  public readonly produced: ProducedIndex;
  private readonly byKind: Index<Placed>;
  private readonly byNamespace: PairIndex<Placed>;
  private readonly byName: Index<Placed>;
  private readonly externalByNamespace = new PairIndex<Placed>();
  private readonly workloadIndex: WorkloadIndex;
  private readonly open = new WeakSet<object>();
  private readonly declared = new WeakSet<object>();
  private readonly size: number;
  private readonly nameIndexes = new Map<string, NameIndex>();
  private connections: Reachability | undefined;
  private ofNamespaces: NamespaceLabels | undefined;
  private namespacesOfOthers: readonly string[] | undefined;

  /**
   * @param external objects that are in the cluster and not in the input; without a namespace, in every one.
   * @param lookups where to note what rules look at.
   */
  public constructor(
    private readonly objects: readonly any[],
    external: readonly any[] = [],
    public readonly lookups?: Lookups,
  ) {
    this.inNamespace = new Index('namespace', lookups);
    this.produced = new ProducedIndex(lookups);
    this.byKind = new Index('kind', lookups);
    this.byNamespace = new PairIndex('objects', lookups);
    this.byName = new Index('name', lookups);
    this.scaledSets = new ScaledSets(objects);
    this.workloadIndex = new WorkloadIndex(this.scaledSets, lookups);
    const others = { sets: this.scaledSets, classes: new GatewayClasses(objects) };
    for (const [document, object] of objects.entries()) {
      const placed: Placed = { object, document };
      const namespace = namespaceOf(object);
      lookups?.begin(document);
      if (object === undefined) continue;
      this.add(placed, namespace);
      this.inNamespace.add(placed, namespace);
      this.byName.add(placed, String(object?.metadata?.name ?? ''));
      const pod = podOf(object);
      if (pod !== undefined) this.workloadIndex.add({ ...placed, pod }, namespace);
      this.produced.add(object, namespace, others);
    }
    lookups?.end();
    this.size = objects.length;
    for (const object of external) {
      this.declared.add(object);
      this.add(
        { object, document: -1, isExternal: true },
        object?.metadata?.namespace === undefined ? ANY : namespaceOf(object),
      );
      if (!['data', 'stringData', 'binaryData', 'spec'].some((field) => Object.hasOwn(object, field)))
        this.open.add(object);
    }
  }

  public get workloads(): readonly Workload[] {
    return this.workloadIndex.all;
  }

  /** Objects of a group and kind (`apps/Deployment`, `/Service`), of one namespace or of all. */
  public all(kind: string, namespace?: string | null): readonly Placed[] {
    return namespace === undefined ? this.byKind.get(kind) : this.byNamespace.get(kind, namespaceNamed(namespace));
  }

  /** Objects of a kind and namespace that are in the cluster and not in the input. */
  public external(kind: string, namespace: string): readonly Placed[] {
    return [namespaceNamed(namespace), ANY].flatMap((one) => this.externalByNamespace.get(kind, one));
  }

  /** The object of that kind and name. `null` means no namespace. */
  public find(kind: string, namespace: string | null | undefined, name: unknown): any {
    const own = namespaceNamed(namespace);
    const found =
      firstNamed(this.byNamespace.get(kind, own), name) ??
      firstNamed(this.externalByNamespace.get(kind, own), name) ??
      firstNamed(this.externalByNamespace.get(kind, ANY), name);
    return found?.object;
  }

  /** Which connections the NetworkPolicies of the input allow. */
  public get reachability(): Reachability {
    this.lookups?.read(EVERYTHING);
    return this.allowed();
  }

  /** The NetworkPolicies that restrict connections to the pods of a workload or from them: those of its namespace that select them. */
  public policiesOf(workload: Workload, direction: 'ingress' | 'egress'): readonly any[] {
    const all = this.all('networking.k8s.io/NetworkPolicy', namespaceOf(workload.object));
    return all.length === 0 ? [] : this.allowed().policiesOf(workload, direction);
  }

  /** Whether nothing but the name of an external object is known. */
  public isOpen(object: object): boolean {
    return this.open.has(object);
  }

  /** Whether an object is declared as external: fields that it lacks are not known. */
  public isExternal(object: object): boolean {
    return this.declared.has(object);
  }

  /** The namespaces of the input that have an object of that kind and name. */
  public namespacesWith(kind: string, name: string): string[] {
    return [...new Set(named(this.byKind.get(kind), name).map(({ object }) => namespaceOf(object)))];
  }

  /**
   * Whether the input is what is in a namespace, and not just one object of it: it defines the namespace or has several objects
   * there that are not all about objects of others, as roles, routes and autoscalers are. `null` is for kinds without a namespace.
   */
  public owns(namespace: string | null): boolean {
    if (namespace === null) return this.size > 1;
    const own = namespaceNamed(namespace);
    const here = this.inNamespace.get(own);
    return (
      (here.length > 1 && here.some(({ object }) => !isAboutOthers(object))) ||
      this.find('/Namespace', null, own || DEFAULT_NAMESPACE) !== undefined
    );
  }

  /** Names of the objects of a kind in a namespace. */
  public names(kind: string, namespace: string | null | undefined): string[] {
    return this.all(kind, namespace ?? null)
      .map(({ object }) => object.metadata?.name)
      .filter((name): name is string => typeof name === 'string');
  }

  /** The same as an index, and that of the names of what controllers create. */
  public nameIndex(kind: string, namespace: string | null, isProduced = false): NameIndex {
    const key = `${kind} ${namespaceNamed(namespace)} ${isProduced}`;
    const produced = isProduced ? this.produced.all(kindIn(kind), namespace) : undefined;
    let index = this.nameIndexes.get(key);
    if (index === undefined) {
      index = new NameIndex(produced?.map(({ name }) => name) ?? this.names(kind, namespace));
      this.nameIndexes.set(key, index);
    }
    return index;
  }

  /** Kinds of the input with this name. */
  public kindsCalled(kind: string, group?: string): string[] {
    return kindsCalled(this.byKind.keys(), kind, group);
  }

  /** API groups that have an object of this kind and name in the namespace, or in the cluster. */
  public groupsWith(kind: string, namespace: string | null, name: string): string[] {
    return named(this.inNamespace.get(namespaceNamed(namespace)), name)
      .filter(({ object }) => object.kind === kind)
      .map(({ object }) => groupOf(String(object.apiVersion)));
  }

  /** Kinds of the objects that have this name: those of a namespace and of the cluster, or for `null` of every namespace. */
  public kindsNamed(namespace: string | null, name: string): string[] {
    const found =
      namespace === null
        ? this.byName.get(name)
        : [...new Set([namespaceNamed(namespace), ''])].flatMap((one) => named(this.inNamespace.get(one), name));
    return found.map(({ object }) => String(object.kind));
  }

  /** Workloads of a namespace whose pods a label selector selects. */
  public selected(namespace: string | undefined, selector: any): readonly Workload[] {
    return this.workloadIndex.selected(namespaceNamed(namespace), selector);
  }

  /** A namespace with such workloads that is not among others. */
  public namespaceSelected(selector: any, others: readonly string[]): string | undefined {
    return this.workloadIndex.namespaceSelected(selector, (namespace) => !others.includes(namespace));
  }

  public workloadsIn(namespace: string | undefined): readonly Workload[] {
    return this.workloadIndex.in(namespaceNamed(namespace));
  }

  /**
   * Whether this may be the namespace of the context, into which `kubectl apply -n` puts what has no namespace: the input neither defines it
   * nor has objects in it, and refers to no other namespace of that kind.
   */
  public mayBeContext(namespace: string): boolean {
    this.lookups?.read(EVERYTHING);
    const isOfOthers = (name: string) =>
      this.inNamespace.get(namespaceNamed(name)).length === 0 && this.find('/Namespace', null, name) === undefined;
    if (this.namespacesOfOthers === undefined) {
      const isDefault = this.objects.some((object) => object?.metadata?.namespace === DEFAULT_NAMESPACE);
      const referredTo = [...namespacesReferredTo(this.objects)].filter(isOfOthers);
      this.namespacesOfOthers = isDefault ? [DEFAULT_NAMESPACE, ...referredTo] : referredTo;
    }
    return isOfOthers(namespace) && this.namespacesOfOthers.every((name) => name === namespace);
  }

  /** Objects of a kind whose own labels a selector selects. */
  public labeled(kind: string, namespace: string, selector: any): readonly Placed[] {
    return this.all(kind, namespace).filter(({ object }) =>
      selectorMatches(selector ?? {}, object.metadata?.labels ?? {}),
    );
  }

  /** Names of the namespaces in which a `namespaceSelector` selects, of those that the input has objects in. */
  public namespacesSelected(selector: any, own: string): string[] {
    const names = this.inNamespace.keys();
    if (selector === undefined || selector === null) return [own];
    if (selector.any === true) return names;
    if (Array.isArray(selector.matchNames)) return selector.matchNames.map(String);
    if (isEmptySelector(selector)) return names;
    return this.namespacesLabeled(selector).filter((name) => this.inNamespace.get(name).length > 0);
  }

  /** Names of the namespaces that a selector of labels selects, of those that the input has or has objects in. */
  public namespacesLabeled(selector: any): readonly string[] {
    return this.namespaceLabels().selected(selector);
  }

  /** Whether a selector of namespaces selects the one with the pods of the cluster itself, which need not be in the input. */
  public isSystemSelected(selector: any): boolean {
    if (selector?.any === true) return true;
    if (Array.isArray(selector?.matchNames)) return selector.matchNames.includes(SYSTEM_NAMESPACE);
    return selectorMatches(selector ?? {}, this.labelsOfNamespace(SYSTEM_NAMESPACE));
  }

  /** Labels of a namespace with the one that every namespace has. */
  public labelsOfNamespace(name: string): Readonly<Record<string, string>> {
    return this.namespaceLabels().of(name);
  }

  private namespaceLabels(): NamespaceLabels {
    const declared = this.all('/Namespace', null);
    this.ofNamespaces ??= new NamespaceLabels(
      new Set([...this.inNamespace.keys(), ...declared.map(({ object }) => namespaceNamed(object.metadata?.name))]),
      (name) => this.find('/Namespace', null, name),
    );
    return this.ofNamespaces;
  }

  private allowed(): Reachability {
    this.connections ??= new Reachability(this.objects.filter((object) => object !== undefined));
    return this.connections;
  }

  private add(placed: Placed, namespace: string): void {
    const kind = kindKey(placed.object?.apiVersion, placed.object?.kind);
    if (placed.isExternal === true) {
      this.externalByNamespace.add(placed, kind, namespace);
      return;
    }
    this.byKind.add(placed, kind);
    this.byNamespace.add(placed, kind, namespace);
  }
}
