import { Lazy } from 'cdk8s';
import type { ReportIssue } from '../props';
import { listKeysOf, mergeKeyOf, type SchemaNode } from '../schema';
import { fieldSchema, isFields, type Resolve } from './strategic-merge';

const DIRECTIVES = ['delete', 'replace'];

/** Reports what cannot be merged in a partial manifest, independent of its target. */
export function checkPartial(
  partial: unknown,
  schema: SchemaNode | undefined,
  resolve: Resolve,
  reportIssue: ReportIssue,
  path = '',
): void {
  if (partial instanceof Lazy) return;
  if (Array.isArray(partial)) {
    checkEntries(partial, schema, resolve, reportIssue, path);
  } else if (isFields(partial)) {
    const object = schema && resolve(schema);
    for (const [key, value] of Object.entries(partial)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (key === '$patch' && !DIRECTIVES.includes(value as string)) {
        reportIssue(at, `must be "delete" or "replace", got ${JSON.stringify(value)}`);
      }
      checkPartial(value, fieldSchema(object, key), resolve, reportIssue, at);
    }
  }
}

function checkEntries(
  entries: readonly unknown[],
  schema: SchemaNode | undefined,
  resolve: Resolve,
  reportIssue: ReportIssue,
  path: string,
): void {
  const keys = schema && listKeysOf(schema);
  const mergeKey = keys && (mergeKeyOf(schema) ?? keys[0]);
  entries.forEach((entry, index) => {
    const at = `${path}[${index}]`;
    const isKeyless = isFields(entry) && entry.$patch !== 'replace' && mergeKey !== undefined && !(mergeKey in entry);
    if (isKeyless) reportIssue(at, `must have ${JSON.stringify(mergeKey)}, which identifies the entry`);
    checkPartial(entry, schema?.items, resolve, reportIssue, at);
  });
}
