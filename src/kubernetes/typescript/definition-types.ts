import { byCodeUnit, type KubernetesDocument } from '../../schema';
import { typeNameOf } from './definition-names';
import { camelCase } from './source';

/** Text of `definitions.ts`: the type of every definition of the document, by its full name. */
export function definitionTypes(document: KubernetesDocument): string {
  const names = Object.keys(document.definitions).sort(byCodeUnit);
  const files = [...new Set(names.map((name) => typeNameOf(name).file))].sort(byCodeUnit);
  return [
    ...files.map((file) => `import type * as ${camelCase(file)} from './${file}';`),
    '',
    '/** The type of each schema definition. */',
    'export interface Definitions {',
    ...names.map((name) => `  '${name}': ${camelCase(typeNameOf(name).file)}.${typeNameOf(name).name};`),
    '}',
    '',
  ].join('\n');
}
