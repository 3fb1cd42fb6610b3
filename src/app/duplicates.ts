import { identityKey, identityOf, type KubernetesVersion } from '../facts';
import { definitionOfKind, loadKubernetesDocument } from '../schema';
import type { LocatedFinding } from './acknowledge';
import { findingAbout } from './construct-findings';
import { shownConstruct } from './place';
import type { RenderedObject } from './rendered-object';

/** Objects of which the second would overwrite the first: same group, kind, namespace and name. */
export function findDuplicates(
  objects: readonly RenderedObject[],
  versions: readonly KubernetesVersion[],
): LocatedFinding[] {
  const document = loadKubernetesDocument(versions.at(-1)!);
  const firsts = new Map<string, RenderedObject>();
  const found: LocatedFinding[] = [];
  for (const object of objects) {
    const { manifest, apiObject } = object;
    const identity = identityOf(manifest);
    if (identity.name === undefined) {
      continue;
    }
    const scope = definitionOfKind(document, String(manifest.apiVersion), identity.kind)?.scope;
    const key = identityKey(scope === 'Cluster' ? { ...identity, namespace: undefined } : identity);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, object);
      continue;
    }
    const finding = findingAbout(apiObject, versions, {
      rule: 'duplicate-object',
      category: 'reference',
      reason: 'FieldValueDuplicate',
      message: `the same object is made by ${shownConstruct(first.apiObject)}`,
      hint: 'give one of them another name or namespace',
    });
    found.push({ construct: apiObject, finding: { ...finding, path: 'metadata.name' } });
  }
  return found;
}
