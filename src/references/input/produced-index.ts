import { PairIndex } from './cluster-index';
import type { Lookups } from './lookups';
import { namespaceNamed } from './placed';
import { producedBy } from './produced';
import { maySelectProduced } from './produced-labels';
import type { DecidedByOthers, Produced } from './produced-objects';
import { isOfCharts } from './releases';

/** Namespace of what is created in every one. */
const ANYWHERE = '*';
/** Kind of what may be an object of any. */
const ANY_KIND = '*';

/** What controllers create for objects of the input. */
export class ProducedIndex {
  private readonly byKind: PairIndex<Produced>;
  private readonly withheld: PairIndex<Produced>;
  /** The namespaces of objects with exactly that name. */
  private readonly namespaces: PairIndex<string>;

  public constructor(lookups?: Lookups) {
    this.byKind = new PairIndex('produced', lookups);
    this.withheld = new PairIndex('withheld', lookups);
    this.namespaces = new PairIndex('produced by name', lookups);
  }

  /** Adds what is created for an object of a namespace. */
  public add(object: any, namespace: string, others: DecidedByOthers): void {
    const maker = `${object?.kind} ${JSON.stringify(object?.metadata?.name)}`;
    for (const one of producedBy(object, others)) {
      // Fields of custom resources that name it may have any type.
      if (typeof one.name !== 'string' && !(one.name instanceof RegExp)) continue;
      const own = one.namespace === undefined ? namespace : namespaceNamed(one.namespace);
      const into = one.everywhere === true ? ANYWHERE : own;
      const index = one.withheld === undefined ? this.byKind : this.withheld;
      const made = { ...one, maker };
      index.add(made, one.kind, into);
      if (one.kind === ANY_KIND) index.add(made, ANY_KIND, ANYWHERE);
      if (one.withheld === undefined && typeof one.name === 'string') this.namespaces.add(into, one.kind, one.name);
    }
  }

  /** What is created in a namespace. */
  public all(kind: string, namespace: string | null): readonly Produced[] {
    return this.byKind.get(kind, namespaceNamed(namespace));
  }

  /** What is created by that kind and name; several may write to one object. */
  public named(kind: string, namespace: string | null, name: string): readonly Produced[] {
    const isWithheld = this.withheldHint(kind, namespace, name) !== undefined;
    const ofAnyKind = isOfCharts(kind)
      ? this.byKind.get(ANY_KIND, namespace === null ? ANYWHERE : namespaceNamed(namespace))
      : [];
    return [...this.all(kind, namespace), ...this.byKind.get(kind, ANYWHERE), ...ofAnyKind].filter((one) =>
      typeof one.name === 'string' ? one.name === name : !isWithheld && one.name.test(name),
    );
  }

  /** The objects that one of exactly that name is created for. */
  public makersOf(kind: string, namespace: string | null, name: string): string {
    const made = this.named(kind, namespace, name).filter((one) => typeof one.name === 'string');
    return [...new Set(made.map(({ maker }) => maker))].join(' and ');
  }

  /** Ports of a Service that is created; undefined when they are not known. */
  public portsOf(namespace: string, name: string): readonly number[] | undefined {
    return this.named('Service', namespace, name).find(({ ports }) => ports !== undefined)?.ports;
  }

  /** A namespace in which an object of exactly that name is created. */
  public namespaceWith(kind: string, name: string): string | undefined {
    return this.namespaces.get(kind, name).find((namespace) => namespace !== '' && namespace !== ANYWHERE);
  }

  /** What would have to be set for the controller of an object of the input to create this one. */
  public withheldHint(kind: string, namespace: string | null, name: string): string | undefined {
    return this.withheld.get(kind, namespaceNamed(namespace)).find((one) => one.name === name)?.withheld;
  }

  public pods(namespace: string): readonly Produced[] {
    return this.all('Pod', namespace);
  }

  /** Whether a selector may select pods that are created. */
  public mayBeSelected(namespace: string, selector: any): boolean {
    return this.pods(namespace).some((one) => maySelectProduced(selector, one));
  }
}
