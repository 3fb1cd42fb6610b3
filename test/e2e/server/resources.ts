import type { Connection } from './connection';

export interface Resource {
  /** Path of the group version, such as `/apis/apps/v1`. */
  readonly base: string;
  /** Plural name, such as `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
}

/** What a server has, by `apiVersion kind`; read from its discovery once. */
export class Resources {
  private constructor(private readonly byKind: ReadonlyMap<string, Resource>) {}

  static async discover(connection: Connection): Promise<Resources> {
    const groups = (await connection.get('/apis')).body.groups as { versions: { groupVersion: string }[] }[];
    const groupVersions = ['v1', ...groups.flatMap((group) => group.versions.map((each) => each.groupVersion))];
    const byKind = new Map<string, Resource>();
    await Promise.all(
      groupVersions.map(async (groupVersion) => {
        const base = groupVersion === 'v1' ? '/api/v1' : `/apis/${groupVersion}`;
        const list = (await connection.get(base)).body;
        for (const { name, kind, namespaced, verbs } of list.resources ?? []) {
          if (name.includes('/') || !verbs.includes('create')) continue;
          byKind.set(`${groupVersion} ${kind}`, { base, plural: name, namespaced });
        }
      }),
    );
    return new Resources(byKind);
  }

  find(apiVersion: unknown, kind: unknown): Resource | undefined {
    return this.byKind.get(`${apiVersion} ${kind}`);
  }

  /** All as `apiVersion kind`, sorted. */
  list(): string[] {
    return [...this.byKind.keys()].sort();
  }
}
