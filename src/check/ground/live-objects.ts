import type { Placed } from '../../admission';
import { factsOf, identityKey, identityOf, type KubernetesVersion } from '../../facts';
import type { RawFinding } from '../../findings';
import type { CustomResources } from '../../schema';
import { planUpdate, sameJson } from '../../upgrade';
import type { KnownCluster } from './read-ground';

type Fields = Record<string, any>;

/** What applying an object over the one in the cluster does. */
export interface LiveUpdate {
  /** The object in the cluster afterwards, if the server accepts it. */
  readonly after: Fields;
  readonly isUnchanged: boolean;
  readonly findings: readonly RawFinding[];
}

/** Objects of a cluster, which applying an object of the same name changes. */
export class LiveObjects {
  private readonly byIdentity: ReadonlyMap<string, Placed>;

  public constructor(
    { objects }: KnownCluster,
    private readonly customResources: CustomResources,
  ) {
    this.byIdentity = new Map(objects.map((placed) => [identityKey(identityOf(placed.object)), placed]));
  }

  /** The object that is there; `namespace` is undefined for kinds of the cluster. */
  public find(object: object, namespace: string | undefined): Placed | undefined {
    const { namespace: _, ...identity } = identityOf(object);
    return this.byIdentity.get(identityKey({ ...identity, ...(namespace !== undefined && { namespace }) }));
  }

  /** Plans the update of the object that is there. */
  public update(live: Fields, next: Fields, version: KubernetesVersion, mode: 'client' | 'server'): LiveUpdate {
    const known = factsOf(live).hasOnlyKeysInSnapshots ? withValuesOf(next, live) : live;
    const { findings, before, after } = planUpdate(known, next, version, mode, this.customResources);
    return { findings, after, isUnchanged: sameJson(before, after) };
  }
}

/** Snapshots have the keys of ConfigMaps and Secrets without values; what both have is taken as equal. */
function withValuesOf(next: Fields, { data, binaryData, ...live }: Fields): Fields {
  const known = (key: string): unknown => {
    const plain = next.stringData?.[key];
    if (plain !== undefined) return Buffer.from(String(plain)).toString('base64');
    return next.data?.[key] ?? next.binaryData?.[key] ?? '';
  };
  const filled = (values: Fields) => Object.fromEntries(Object.keys(values).map((key) => [key, known(key)]));
  return { ...live, ...(data && { data: filled(data) }), ...(binaryData && { binaryData: filled(binaryData) }) };
}
