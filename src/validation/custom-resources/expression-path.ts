import type { CustomResourceSchema } from '../../schema';

/**
 * The path that a rule reports, in the server's notation: `.spec.a` or `.spec['a']` is a field where the schema has properties,
 * and a key in brackets where it is a map.
 */
export function expressionPath(schema: CustomResourceSchema, relative: string, base: string): string {
  let path = base;
  let at: CustomResourceSchema | undefined = schema;
  for (const [, plain, quoted] of relative.matchAll(/\.([^.[\]]+)|\['((?:[^'\\]|\\.)*)'\]/g)) {
    const name = plain ?? quoted!.replace(/\\(['\\])/g, '$1');
    const additional: CustomResourceSchema | boolean | undefined = at?.additionalProperties;
    if (at?.properties === undefined && typeof additional === 'object') {
      path += `[${name}]`;
      at = additional;
    } else {
      path += path === '' ? name : `.${name}`;
      at = at?.properties?.[name];
    }
  }
  return path;
}
