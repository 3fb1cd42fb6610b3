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

/** Custom resources that are known offline, found by apiVersion and kind. */
export class CustomResources {
  private readonly byKind = new Map<string, CustomResource>();

  /** Later documents win over earlier ones of the same group, version and kind. */
  public constructor(documents: Iterable<CustomResourceDocument>) {
    for (const document of documents) this.add(document);
  }

  /** The kind in exactly that version, or undefined. */
  public find(apiVersion: string, kind: string): CustomResource | undefined {
    return this.byKind.get(`${apiVersion}/${kind}`);
  }

  /** Every kind in every version, by group, version and kind. */
  public all(): readonly CustomResource[] {
    return [...this.byKind.keys()].sort(byCodeUnit).map((key) => this.byKind.get(key)!);
  }

  /** These and the others together; the others win. */
  public with(others: CustomResources): CustomResources {
    const documents = [...this.byKind.values(), ...others.byKind.values()].map(({ document }) => document);
    return new CustomResources(new Set(documents));
  }

  private add(document: CustomResourceDocument): void {
    const { group, scope } = document;
    const { kind } = document.names;
    for (const served of document.versions) {
      const version = served.name;
      this.byKind.set(`${group}/${version}/${kind}`, {
        group,
        version,
        kind,
        scope,
        schema: served.schema,
        served,
        document,
      });
    }
  }
}
