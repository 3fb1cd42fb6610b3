/** `before[i]` must come before `after[i]`; nodes are numbers from 0. */
export interface Edges {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The nodes in order, or, when there is none, edges (by index) that form a circle, each one's `after` the next one's `before`. */
export type Ordering = { readonly order: number[] } | { readonly cycle: number[] };

/**
 * Orders nodes so that every edge points forward; of the nodes that could come next, the one of lowest priority number
 * does. Linear in nodes and edges but for the choice among the ready ones.
 */
export function topologicalOrder(priorities: readonly number[], edges: Edges): Ordering {
  const count = priorities.length;
  const waitingFor = new Int32Array(count);
  const followers: number[][] = Array.from({ length: count }, () => []);
  edges.before.forEach((before, index) => {
    const after = edges.after[index]!;
    followers[before]!.push(after);
    waitingFor[after]!++;
  });
  const ready = new PriorityQueue(priorities);
  for (let node = 0; node < count; node++) {
    if (waitingFor[node] === 0) {
      ready.push(node);
    }
  }
  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node);
    for (const follower of followers[node]!) {
      if (--waitingFor[follower]! === 0) {
        ready.push(follower);
      }
    }
  }
  return order.length === count ? { order } : { cycle: findCycle(waitingFor, edges) };
}

/** Walks backwards among the nodes that still wait: each waits for another of them, so the walk closes. */
function findCycle(waitingFor: Int32Array, { before, after }: Edges): number[] {
  const incoming = new Map<number, number>();
  before.forEach((from, edge) => {
    const to = after[edge]!;
    if (waitingFor[from]! > 0 && waitingFor[to]! > 0 && !incoming.has(to)) {
      incoming.set(to, edge);
    }
  });
  const walked: number[] = [];
  const visited = new Map<number, number>();
  let node = waitingFor.findIndex((waits) => waits > 0);
  while (!visited.has(node)) {
    visited.set(node, walked.length);
    const edge = incoming.get(node)!;
    walked.push(edge);
    node = before[edge]!;
  }
  return walked.slice(visited.get(node)).reverse();
}

/** Binary heap of nodes by priority, then by number. */
class PriorityQueue {
  private readonly heap: number[] = [];

  public constructor(private readonly priorities: readonly number[]) {}

  public push(node: number): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(node, heap[parent]!)) {
        break;
      }
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = node;
  }

  public pop(): number | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) {
      return first;
    }
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && this.isBefore(heap[child + 1]!, heap[child]!)) {
        child++;
      }
      if (!this.isBefore(heap[child]!, last)) {
        break;
      }
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.priorities[a]! - this.priorities[b]!;
    return difference !== 0 ? difference < 0 : a < b;
  }
}
