import { bundledCustomResources, CustomResources, loadCustomResources } from '../schema';
import { readCustomResourceDefinitions } from '../schema/imports';

/** The custom resources that an app may use: those of the package, of the given folders, and those it defines itself. */
export function customResourcesIn(
  manifests: readonly unknown[],
  crds: string | readonly string[] = [],
): CustomResources {
  const folders = typeof crds === 'string' ? [crds] : crds;
  const known = folders.map(loadCustomResources).reduce((all, more) => all.with(more), bundledCustomResources());
  const own = manifests.flatMap(definitionsIn);
  return own.length === 0 ? known : known.with(new CustomResources(own));
}

function definitionsIn(manifest: unknown) {
  try {
    return readCustomResourceDefinitions([manifest]);
  } catch {
    // What is wrong with a definition is told by the check of that object itself.
    return [];
  }
}
