import type { KubernetesVersion } from '../facts';
import { type CustomResources, definitionOfKind, loadKubernetesDocument, type Scope } from '../schema';

/** What the checks of several objects need to know of the cluster. */
export interface Context {
  readonly versions: readonly KubernetesVersion[];
  readonly customResources: CustomResources;
}

/** Whether objects of a kind live in a namespace; undefined for unknown kinds. */
export function scopeOf(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  { versions, customResources }: Context,
): Scope | undefined {
  const document = loadKubernetesDocument(versions.at(-1)!);
  return definitionOfKind(document, apiVersion, kind)?.scope ?? customResources.find(apiVersion, kind)?.scope;
}
