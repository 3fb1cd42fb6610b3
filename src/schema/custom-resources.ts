import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-info';
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

/**
 * The custom resources below a directory of `GROUP/KIND.json` files.
 *
 * @throws Error when the directory cannot be read or a file in it is not JSON.
 */
export function loadCustomResources(folder: string): CustomResources {
  return new CustomResources(jsonFiles(folder).map(readDocument));
}

let bundled: CustomResources | undefined;

/** The custom resources that come with the package, read at the first call. */
export function bundledCustomResources(): CustomResources {
  bundled ??= loadCustomResources(join(packageFile('imports'), 'crds'));
  return bundled;
}

function jsonFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((left, right) => byCodeUnit(left.name, right.name));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return jsonFiles(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

function readDocument(file: string): CustomResourceDocument {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CustomResourceDocument;
  } catch (error) {
    throw new Error(`${file} is not a custom resource document: ${(error as Error).message}`);
  }
}
