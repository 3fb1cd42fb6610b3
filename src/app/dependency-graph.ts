import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type Ordering, topologicalOrder } from './topological-order';

/** `source` was configured to come after `target`. */
export interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/** All dependencies that were declared between constructs, but those of a construct on itself. */
export function dependenciesOf(constructs: readonly IConstruct[]): Dependency[] {
  const known = new Set(constructs);
  return constructs.flatMap((source) =>
    source.node.dependencies
      .filter((target) => target !== source && known.has(target))
      .map((target) => ({ source, target })),
  );
}

/** The objects in order, or dependencies that form a circle. */
export type ObjectOrder = { readonly objects: ApiObject[] } | { readonly cycle: Dependency[] };

/**
 * Orders objects by declared dependencies, else by their position in `objects`.
 *
 * A dependency between constructs holds for all objects below them, but is not spelled out in pairs: each construct that
 * takes part gets two gates, one that its objects wait for and one that waits for its objects.
 */
export function orderObjects(
  root: IConstruct,
  objects: readonly ApiObject[],
  dependencies: readonly Dependency[],
): ObjectOrder {
  if (dependencies.length === 0) {
    return { objects: [...objects] };
  }
  const graph = new Gates(objects, dependencies);
  graph.connectTree(root);
  for (const dependency of dependencies) {
    graph.connect(dependency);
  }
  const ordering: Ordering = topologicalOrder(graph.priorities, graph);
  if ('cycle' in ordering) {
    return { cycle: ordering.cycle.flatMap((edge) => graph.reasons.get(edge) ?? []) };
  }
  return { objects: ordering.order.filter((node) => node < objects.length).map((node) => objects[node]!) };
}

/** The first nodes are the objects; gates follow. */
class Gates {
  public readonly before: number[] = [];
  public readonly after: number[] = [];
  public readonly priorities: number[];
  /** Which dependency an edge stands for. */
  public readonly reasons = new Map<number, Dependency>();
  private readonly numbers: Map<IConstruct, number>;
  private readonly starts = new Map<IConstruct, number>();
  private readonly ends = new Map<IConstruct, number>();

  public constructor(objects: readonly ApiObject[], dependencies: readonly Dependency[]) {
    this.numbers = new Map(objects.map((object, index) => [object, index]));
    this.priorities = objects.map((_, index) => index);
    for (const { source, target } of dependencies) {
      for (const construct of [source, target]) {
        if (!this.starts.has(construct)) {
          this.starts.set(construct, this.gate());
          this.ends.set(construct, this.gate());
        }
      }
    }
  }

  /** Puts every object, and every inner gate, between the gates of the nearest construct around it that has some. */
  public connectTree(root: IConstruct): void {
    const stack: { construct: IConstruct; start?: number; end?: number }[] = [{ construct: root }];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      let { construct, start, end } = at;
      if (this.starts.has(construct)) {
        const [innerStart, innerEnd] = [this.starts.get(construct)!, this.ends.get(construct)!];
        this.edge(start, innerStart);
        this.edge(innerStart, innerEnd);
        this.edge(innerEnd, end);
        [start, end] = [innerStart, innerEnd];
      }
      const object = this.numbers.get(construct);
      this.edge(start, object);
      this.edge(object, end);
      for (const child of construct.node.children) {
        stack.push({ construct: child, start, end });
      }
    }
  }

  public connect(dependency: Dependency): void {
    const { source, target } = dependency;
    if (isWithin(target, source)) {
      // A whole that depends on a part of itself: what is beside the part comes after the part.
      const end = this.ends.get(target)!;
      this.eachObjectBeside(source, target, (object) => this.edge(end, object, dependency));
    } else if (isWithin(source, target)) {
      const start = this.starts.get(source)!;
      this.eachObjectBeside(target, source, (object) => this.edge(object, start, dependency));
    } else {
      this.edge(this.ends.get(target), this.starts.get(source), dependency);
    }
  }

  private eachObjectBeside(whole: IConstruct, part: IConstruct, visit: (object: number) => void): void {
    for (const construct of whole.node.findAll()) {
      const object = this.numbers.get(construct);
      if (object !== undefined && !isWithin(construct, part)) {
        visit(object);
      }
    }
  }

  /** Gates open as soon as they can, so that they do not hold up an object that is due. */
  private gate(): number {
    return this.priorities.push(-1) - 1;
  }

  private edge(before: number | undefined, after: number | undefined, reason?: Dependency): void {
    if (before !== undefined && after !== undefined) {
      if (reason !== undefined) {
        this.reasons.set(this.before.length, reason);
      }
      this.before.push(before);
      this.after.push(after);
    }
  }
}

function isWithin(construct: IConstruct, whole: IConstruct): boolean {
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    if (at === whole) {
      return true;
    }
  }
  return false;
}
