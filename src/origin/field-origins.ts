import type { IConstruct } from 'constructs';
import type { Origin } from './origin';

/** Finds the line that set a field of a manifest, when it is not the line that created the construct. */
export type FieldLocator = (construct: any, path: string) => Origin | undefined;

const locators = new Set<FieldLocator>();

/** Registry for code that changes rendered manifests, so that findings name the line of the change. */
export function addFieldLocator(locator: FieldLocator): void {
  locators.add(locator);
}

/** The line that set a field, when it is not that of the construct. */
export function originOfField(construct: IConstruct, path: string): Origin | undefined {
  for (const locator of locators) {
    const origin = locator(construct, path);
    if (origin !== undefined) {
      return origin;
    }
  }
  return undefined;
}
