import { bundledCustomResources, CustomResources, loadCustomResources } from '../schema';
import { readCustomResourceDefinitions } from '../schema/imports';
import type { CheckOptions } from './check-options';

/** The custom resources that may be used: those of the package, those given, and those that the input defines, which win. */
export function customResourcesIn(
  manifests: readonly unknown[],
  { crds = [], customResources }: Pick<CheckOptions, 'crds' | 'customResources'>,
): CustomResources {
  const directories = typeof crds === 'string' ? [crds] : crds;
  const given = [...directories.map(loadCustomResources), ...(customResources === undefined ? [] : [customResources])];
  const known = given.reduce((all, more) => all.with(more), bundledCustomResources());
  const own = manifests.flatMap(definitionsIn);
  return own.length === 0 ? known : known.with(new CustomResources(own));
}

/** The custom resources that an object defines; none for a definition that is not valid, which its own check reports. */
export function definitionsIn(manifest: unknown): ReturnType<typeof readCustomResourceDefinitions> {
  try {
    return readCustomResourceDefinitions([manifest]);
  } catch {
    return [];
  }
}
