import { CommandError } from '../../command-error';
import { kubectlGet } from '../cluster';
import { ENGINE_GROUPS, KEYED_KINDS, SNAPSHOT_KINDS, type SnapshotKind } from './kinds';

type Fields = Record<string, any>;

/** What could be read of a cluster. */
export interface ClusterContent {
  readonly objects: readonly object[];
  /** Such as `1.36`. */
  readonly kubernetesVersion: string;
  /** Groups and kinds all of whose objects were read. */
  readonly kinds: readonly string[];
  /** Why kinds could not be read. */
  readonly unreadable: readonly string[];
}

/** Fields of metadata that say nothing to a check, or change by themselves. */
const DROPPED_METADATA = ['managedFields', 'resourceVersion', 'selfLink', 'generation'];

/** Prints an object of keys a line, so that no value ever leaves kubectl. */
const KEYS = [
  '{{range .items}}',
  '{{.metadata.namespace}}{{"\\t"}}{{.metadata.name}}{{"\\t"}}{{.metadata.uid}}{{"\\t"}}',
  '{{if .type}}{{.type}}{{end}}{{"\\t"}}{{if .immutable}}true{{end}}{{"\\t"}}',
  '{{range $key, $_ := .data}}{{$key}} {{end}}{{"\\t"}}{{range $key, $_ := .binaryData}}{{$key}} {{end}}{{"\\n"}}',
  '{{end}}',
].join('');

/**
 * Reads what others in a cluster rely on. A kind that the user may not list is left out, and said.
 *
 * @throws CommandError when nothing can be read.
 */
export async function readCluster(context: string | undefined): Promise<ClusterContent> {
  const flags = context === undefined ? [] : ['--context', context];
  const { major, minor } = JSON.parse((await kubectlGet([...flags, '--raw', '/version'], 'reached')).toString('utf8'));
  const reader = new ClusterReader(flags, `${major}.${Number.parseInt(minor, 10)}`);
  for (const kind of SNAPSHOT_KINDS) await reader.read(kind, () => reader.list(kind));
  for (const kind of KEYED_KINDS) await reader.read(kind, () => reader.listKeys(kind));
  for (const kind of reader.furtherKinds()) await reader.read(kind, () => reader.list(kind));
  if (reader.kinds.length === 0) throw new CommandError(reader.unreadable[0] ?? 'the cluster has nothing to read');
  return reader;
}

class ClusterReader implements ClusterContent {
  public readonly objects: Fields[] = [];
  public readonly kinds: string[] = [];
  public readonly unreadable: string[] = [];

  public constructor(
    private readonly flags: readonly string[],
    public readonly kubernetesVersion: string,
  ) {}

  public async read({ groupKind }: SnapshotKind, list: () => Promise<readonly Fields[]>): Promise<void> {
    try {
      this.objects.push(...(await list()));
      this.kinds.push(groupKind);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      // A version that does not serve the kind has no objects of it.
      if (error.message.includes("the server doesn't have a resource type")) return;
      this.unreadable.push(error.message);
    }
  }

  public async list({ resource, isOwn, status = [] }: SnapshotKind): Promise<readonly Fields[]> {
    const printed = await this.get([resource, '--all-namespaces', '-o', 'json'], resource);
    const { items } = JSON.parse(printed.toString('utf8')) as { items: Fields[] };
    const read = isOwn === true ? items.filter((item) => !isControlled(item)) : items;
    return read.map((item) => trimmed(item, status));
  }

  public async listKeys({ resource, groupKind: kind }: SnapshotKind): Promise<readonly Fields[]> {
    const printed = await this.get([resource, '--all-namespaces', '-o', `go-template=${KEYS}`], resource);
    const lines = printed.toString('utf8').split('\n').slice(0, -1);
    return lines.map((line) => {
      const [namespace, name, uid, type, immutable, data = '', binaryData = ''] = line.split('\t');
      return {
        apiVersion: 'v1',
        kind,
        metadata: { name, namespace, uid },
        ...(type !== '' && { type }),
        ...(immutable === 'true' && { immutable: true }),
        data: withoutValues(data),
        ...(binaryData !== '' && { binaryData: withoutValues(binaryData) }),
      };
    });
  }

  /** Parameters of policies, policies of other engines and what quotas count, as the definitions in the cluster name them. */
  public furtherKinds(): SnapshotKind[] {
    const counted = new Set(
      this.objects.filter(({ kind }) => kind === 'ResourceQuota').flatMap(({ spec }) => Object.keys(spec?.hard ?? {})),
    );
    const params = new Set(
      this.objects.filter(({ spec }) => spec?.paramKind !== undefined).map(({ spec }) => String(spec.paramKind.kind)),
    );
    return this.objects
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .filter(
        ({ metadata, spec }) =>
          ENGINE_GROUPS.includes(spec.group) || params.has(spec.names.kind) || counted.has(`count/${metadata.name}`),
      )
      .map(({ metadata, spec }) => ({ resource: metadata.name, groupKind: `${spec.group}/${spec.names.kind}` }));
  }

  private get(args: readonly string[], resource: string): Promise<Buffer> {
    return kubectlGet([...this.flags, ...args], `asked for ${resource}`);
  }
}

function isControlled({ metadata }: Fields): boolean {
  return (metadata.ownerReferences ?? []).some(({ controller }: Fields) => controller === true);
}

function withoutValues(keys: string): Fields {
  return Object.fromEntries(
    keys
      .split(' ')
      .filter((key) => key !== '')
      .map((key) => [key, '']),
  );
}

function trimmed({ status, metadata, ...object }: Fields, kept: readonly string[]): Fields {
  const own = Object.entries(metadata as Fields).filter(([field]) => !DROPPED_METADATA.includes(field));
  const state = Object.entries((status ?? {}) as Fields).filter(([field]) => kept.includes(field));
  const { apiVersion, kind, ...rest } = object;
  return {
    apiVersion,
    kind,
    metadata: Object.fromEntries(own),
    ...rest,
    ...(state.length > 0 && { status: Object.fromEntries(state) }),
  };
}
