import {
  bundledCustomResources,
  CustomResourceFilesError,
  CustomResources,
  importedCustomResources,
  projectCustomResources,
} from '../schema';
import { readCustomResourceDefinitions } from '../schema/imports';
import type { CheckOptions } from './check-options';
import { constraintDefinition } from './constraint-templates';

/**
 * The custom resources that may be used: those of the package, those imported, those given, and those that the input defines,
 * constraints of Gatekeeper by their templates among them.
 * Later ones win.
 *
 * @throws CustomResourceFilesError when imported ones cannot be read.
 */
export function customResourcesIn(
  manifests: readonly unknown[],
  { crds, customResources }: Pick<CheckOptions, 'crds' | 'customResources'>,
): CustomResources {
  const given = [...importedIn(crds), ...(customResources === undefined ? [] : [customResources])];
  const known = given.reduce((all, more) => all.with(more), bundledCustomResources());
  const own = manifests.flatMap((one) => definitionsIn(constraintDefinition(one) ?? one));
  return own.length === 0 ? known : known.with(new CustomResources(own));
}

/** Why the imported custom resources of the options, or of the project, cannot be read; undefined if they can. */
export function unusableImports({ crds }: Pick<CheckOptions, 'crds'>): CustomResourceFilesError | undefined {
  try {
    importedIn(crds);
    return undefined;
  } catch (error) {
    if (error instanceof CustomResourceFilesError) return error;
    throw error;
  }
}

function importedIn(crds: CheckOptions['crds']): readonly CustomResources[] {
  if (crds === false) return [];
  if (crds === undefined) return [projectCustomResources()];
  return (typeof crds === 'string' ? [crds] : crds).map(importedCustomResources);
}

/** The custom resources that an object defines; none for a definition that is not valid, which its own check reports. */
export function definitionsIn(manifest: unknown): ReturnType<typeof readCustomResourceDefinitions> {
  try {
    return readCustomResourceDefinitions([manifest]);
  } catch {
    return [];
  }
}
