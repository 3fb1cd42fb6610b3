import type { SchemaNode } from '..';
import type { ServerDescription } from './kubernetes';
import { asObject, isPlainObject, type PlainObject } from './plain-object';
import { scopesFromPaths } from './scopes';

/** Whether a parsed file is what a server answers at `/openapi/v2`. */
export function isOpenApiV2(document: PlainObject): boolean {
  return document.swagger === '2.0' && isPlainObject(document.definitions);
}

/** Reads an `/openapi/v2` document. */
export function readOpenApiV2(document: PlainObject): ServerDescription {
  return {
    version: String(asObject(document.info).version ?? ''),
    definitions: document.definitions as Record<string, SchemaNode>,
    scopes: scopesFromPaths(document.paths),
  };
}
