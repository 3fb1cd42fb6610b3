import { isFields } from '../../src/upgrade/apply';

/** What only the server chooses, and the status, which controllers write. */
const OF_SERVER = [
  'status',
  'metadata.uid',
  'metadata.resourceVersion',
  'metadata.creationTimestamp',
  'metadata.generation',
  'metadata.managedFields',
  'metadata.selfLink',
];

/** One field of an object that is not as the server would store it. */
export interface StoredDifference {
  readonly path: string;
  readonly server: unknown;
  readonly ours: unknown;
}

/** Where an object differs from the answer of a server, apart from values that are generated. */
export function storedDifferences(
  server: unknown,
  ours: unknown,
  isGenerated: (path: string) => boolean,
): StoredDifference[] {
  const found: StoredDifference[] = [];
  const visit = (left: unknown, right: unknown, path: string): void => {
    if (OF_SERVER.includes(path) || isGenerated(path) || (isNothing(left) && isNothing(right))) return;
    if (isFields(left) && isFields(right)) {
      const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
      for (const key of keys) visit(left[key], right[key], path === '' ? key : `${path}.${key}`);
    } else if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
      for (const [index, item] of left.entries()) visit(item, right[index], `${path}[${index}]`);
    } else if (left !== right) found.push({ path, server: left, ours: right });
  };
  visit(server, ours, '');
  return found;
}

/** A null in an answer stands for what is not there, as in `creationTimestamp: null`. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Counts objects that are not as the server would store them, by kind and field. */
export class StoredTally {
  total = 0;
  same = 0;
  readonly groups = new Map<string, { count: number; example: StoredDifference; object: unknown }>();

  add(kind: string, differences: readonly StoredDifference[], object: unknown): void {
    this.total++;
    if (differences.length === 0) this.same++;
    for (const example of differences) {
      const key = `${kind} ${example.path.replace(/\[\d+\]/g, '[]')}`;
      const group = this.groups.get(key);
      if (group === undefined) this.groups.set(key, { count: 1, example, object });
      else group.count++;
    }
  }

  summary(): string {
    const share = ((100 * this.same) / Math.max(1, this.total)).toFixed(3);
    return `stored objects: ${this.same} of ${this.total} are the server's (${share} %)`;
  }

  report(): string {
    const sorted = [...this.groups].sort(([, a], [, b]) => b.count - a.count);
    return sorted
      .map(([key, { count, example, object }]) =>
        [
          `## ×${count} ${key}`,
          `- server: ${JSON.stringify(example.server) ?? 'nothing'}`,
          `- ours:   ${JSON.stringify(example.ours) ?? 'nothing'}`,
          JSON.stringify(object),
          '',
        ].join('\n'),
      )
      .join('\n');
  }
}
