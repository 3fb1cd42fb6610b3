import type { IConstruct } from 'constructs';
import type { Origin } from './origin';

/** Tells which line wrote a field of what a construct renders to, when that is not the line that made the construct. */
export type FieldLocator = (construct: any, path: string) => Origin | undefined;

const locators = new Set<FieldLocator>();

/** Whoever changes rendered manifests says so here, and findings name the line of the change. */
export function addFieldLocator(locator: FieldLocator): void {
  locators.add(locator);
}

/** The line that wrote a field, when one other than that of the construct did. */
export function originOfField(construct: IConstruct, path: string): Origin | undefined {
  for (const locator of locators) {
    const origin = locator(construct, path);
    if (origin !== undefined) {
      return origin;
    }
  }
  return undefined;
}
