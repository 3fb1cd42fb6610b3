import type { KubernetesDocument, SchemaNode } from './document';
import { byCodeUnit } from './order';

/** A document of built-in kinds as the published package has it: what differs from the document of another version. */
export interface DocumentDifference extends KubernetesDocument {
  /** Minor version of the document that this one differs from, such as `1.36`. */
  readonly differsFrom: string;
  /** Definitions of the other document that this version does not have. */
  readonly absent: readonly string[];
}

export function isDifference(document: KubernetesDocument): document is DocumentDifference {
  return 'differsFrom' in document;
}

/**
 * A document as its difference from another. Nine minor versions have most definitions in common: as differences they take
 * a third of the space.
 */
export function differenceFrom(base: KubernetesDocument, document: KubernetesDocument): DocumentDifference {
  const own = Object.entries(document.definitions).filter(
    ([name, definition]) => JSON.stringify(definition) !== JSON.stringify(base.definitions[name]),
  );
  return {
    ...document,
    differsFrom: base.kubernetesVersion,
    absent: Object.keys(base.definitions).filter((name) => !Object.hasOwn(document.definitions, name)),
    definitions: Object.fromEntries(own),
  };
}

/** The document that a difference was made of. Definitions that are alike are shared with the base. */
export function applyDifference(base: KubernetesDocument, difference: DocumentDifference): KubernetesDocument {
  const { differsFrom, absent, ...document } = difference;
  if (base.kubernetesVersion !== differsFrom) {
    throw new Error(`expected the document of Kubernetes ${differsFrom}, received ${base.kubernetesVersion}`);
  }
  const merged: Record<string, SchemaNode> = { ...base.definitions, ...document.definitions };
  const dropped = new Set(absent);
  const names = Object.keys(merged)
    .filter((name) => !dropped.has(name))
    .sort(byCodeUnit);
  return { ...document, definitions: Object.fromEntries(names.map((name) => [name, merged[name]!])) };
}
