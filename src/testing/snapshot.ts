import { stringifyManifests } from '../manifest';
import { requireArguments } from '../values';
import { unexpected } from './bad-use';
import { type Checkable, nonEmptyManifestOf } from './checks/objects-of';
import { isMap } from './matcher';
import { redacted } from './redact';

/** How snapshots are written. */
export interface SnapshotOptions {
  /**
   * `normalize` writes hashes of contents (in annotations and behind the names of ConfigMaps and Secrets) as `<hash>`, so that
   * a changed ConfigMap touches its own snapshot and not that of every workload that mounts it.
   *
   * @default 'keep'
   */
  readonly hashes?: 'keep' | 'normalize';
}

/** One object as a snapshot. The serializer prints it as YAML; without the serializer, it is its YAML as a string. */
export class ManifestSnapshot {
  public constructor(
    /** Stable name: `Deployment shop/web`. */
    public readonly name: string,
    /** The object as YAML, without values of Secrets. */
    public readonly yaml: string,
  ) {}

  /** The YAML. */
  public toString(): string {
    return this.yaml;
  }
}

/**
 * One snapshot per object, under a name that changes only with the object: canonical YAML, values of Secrets redacted.
 *
 * @throws BadUseError when there are no objects.
 * @example
 * for (const snapshot of manifestSnapshots(chart)) {
 *   expect(snapshot).toMatchSnapshot(snapshot.name);
 * }
 */
export function manifestSnapshots(subject: Checkable, options: SnapshotOptions = {}): ManifestSnapshot[] {
  requireArguments('manifestSnapshots', { options: [options, 'an object'] });
  const { objects } = nonEmptyManifestOf(subject);
  const wrong = objects.findIndex((object) => typeof object !== 'object' || object === null || Array.isArray(object));
  if (wrong >= 0) throw unexpected(`manifestSnapshots: [${wrong}]`, 'an object', objects[wrong]);
  const hashed = options.hashes === 'normalize' ? hashedNames(objects) : new Map<string, string>();
  return objects.map((object) => {
    const shown = options.hashes === 'normalize' ? normalized(redacted(object), hashed) : redacted(object);
    const { namespace, name = '(no name)' } = shown?.metadata ?? {};
    const identity = [namespace, name].filter((part) => part !== undefined).join('/');
    return new ManifestSnapshot(`${shown?.kind} ${identity}`, stringifyManifests([shown]).replace(/^---\n/, ''));
  });
}

/** A serializer for jest and vitest: `expect.addSnapshotSerializer(manifestSnapshotSerializer)`. */
export const manifestSnapshotSerializer = {
  /** Whether the serializer prints a value. */
  test: (value: unknown): boolean => value instanceof ManifestSnapshot,
  /** The YAML of a snapshot, for new versions of jest and vitest. */
  serialize: (value: ManifestSnapshot): string => yamlOf(value),
  /** The YAML of a snapshot, for old versions, which call this name. */
  print: (value: unknown): string => yamlOf(value),
};

function yamlOf(value: unknown): string {
  if (value instanceof ManifestSnapshot) return value.yaml.trimEnd();
  throw unexpected('manifestSnapshotSerializer', 'a ManifestSnapshot', value);
}

/** Suffixes that hashes of contents have: kubectl's alphabet, or hexadecimal digits. */
const HASH_SUFFIX = /-(?:[2456789bcdfghkmt]{10}|[0-9a-f]{8,10})$/;

function hashedNames(objects: readonly any[]): Map<string, string> {
  const names = objects
    .filter((object) => object?.kind === 'ConfigMap' || object?.kind === 'Secret')
    .map((object) => object?.metadata?.name)
    .filter((name): name is string => typeof name === 'string' && HASH_SUFFIX.test(name));
  return new Map(names.map((name) => [name, name.replace(HASH_SUFFIX, '-<hash>')]));
}

function normalized(value: any, names: ReadonlyMap<string, string>, key = ''): any {
  if (typeof value === 'string') {
    return /(?:hash|checksum)/.test(key) && /^[0-9a-z]{8,64}$/.test(value) ? '<hash>' : (names.get(value) ?? value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => normalized(item, names));
  }
  if (!isMap(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, normalized(item, names, name)]));
}
