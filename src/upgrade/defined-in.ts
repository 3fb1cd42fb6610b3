import { bundledCustomResources, CustomResources } from '../schema';
import { readCustomResourceDefinitions } from '../schema/imports';

/** The custom resources of the package, and those that manifests define, which win. */
export function definedIn(manifests: readonly unknown[]): CustomResources {
  const own = manifests.flatMap((manifest) => {
    try {
      return readCustomResourceDefinitions([manifest]);
    } catch {
      // A definition that is not valid is reported where it is checked.
      return [];
    }
  });
  return own.length === 0 ? bundledCustomResources() : bundledCustomResources().with(new CustomResources(own));
}
