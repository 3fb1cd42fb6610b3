import type { CustomResourceDocument, CustomResourceSchema, CustomResourceVersion } from './custom-resource-document';
import type { Scope } from './document';
import { byCodeUnit } from './order';

/** One kind of custom resource in one version. */
export interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly scope: Scope;
  readonly schema: CustomResourceSchema;
  readonly served: CustomResourceVersion;
  readonly document: CustomResourceDocument;
}

/** Returns the documents of a group. */
type GroupDocuments = () => readonly CustomResourceDocument[];

/** Custom resources that are known offline, found by apiVersion and kind. */
export class CustomResources {
  /** Most programs use few of the groups that come with the package: the files of the others are not read. */
  private readonly documents = new Map<string, GroupDocuments[]>();
  private readonly found = new Map<string, ReadonlyMap<string, CustomResource>>();

  /** Later documents win over earlier ones of the same group, version and kind. */
  public constructor(documents: Iterable<CustomResourceDocument>) {
    for (const document of documents) this.add(document.group, () => [document]);
  }

  /**
   * @param groups what returns the documents of a group, called at most once.
   * @internal
   */
  public static ofGroups(groups: ReadonlyMap<string, GroupDocuments>): CustomResources {
    const resources = new CustomResources([]);
    for (const [group, documents] of groups) {
      let known: readonly CustomResourceDocument[] | undefined;
      resources.add(group, () => {
        known ??= documents();
        return known;
      });
    }
    return resources;
  }

  /** The kind in exactly that version, or undefined. */
  public find(apiVersion: string, kind: string): CustomResource | undefined {
    // Also for an object of which nothing is known yet.
    const key = `${apiVersion}/${kind}`;
    return this.ofGroup(key.slice(0, key.indexOf('/'))).get(key);
  }

  /** Every kind in every version, by group, version and kind. */
  public all(): readonly CustomResource[] {
    const all = [...this.documents.keys()].flatMap((group) => [...this.ofGroup(group)]);
    return all.sort(([left], [right]) => byCodeUnit(left, right)).map(([, resource]) => resource);
  }

  /** These and the others together; the others win. */
  public with(others: CustomResources): CustomResources {
    const together = new CustomResources([]);
    for (const [group, documents] of [...this.documents, ...others.documents]) together.add(group, ...documents);
    return together;
  }

  private add(group: string, ...documents: readonly GroupDocuments[]): void {
    const known = this.documents.get(group);
    if (known === undefined) this.documents.set(group, [...documents]);
    else known.push(...documents);
  }

  private ofGroup(group: string): ReadonlyMap<string, CustomResource> {
    let found = this.found.get(group);
    if (found === undefined) {
      const documents = this.documents.get(group) ?? [];
      found = new Map(documents.flatMap((documentsOf) => documentsOf()).flatMap(kindsOfDocument));
      this.found.set(group, found);
    }
    return found;
  }
}

/** The versions of the kind that a document defines, by group, version and kind. */
function kindsOfDocument(document: CustomResourceDocument): (readonly [string, CustomResource])[] {
  const { group, scope } = document;
  const { kind } = document.names;
  return document.versions.map((served) => {
    const version = served.name;
    return [
      `${group}/${version}/${kind}`,
      { group, version, kind, scope, schema: served.schema, served, document },
    ] as const;
  });
}
