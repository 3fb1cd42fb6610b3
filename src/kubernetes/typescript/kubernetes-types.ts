import { byCodeUnit, type KubernetesDocument } from '../../schema';
import { typeNameOf } from './definition-names';
import { definitionTypes } from './definition-types';
import { manifestTypes } from './manifest-types';
import { declarationOf } from './schema-type';
import { camelCase, type SourceFiles } from './source';

/** First line of every generated file. */
export const GENERATED_HEADER = '// Generated from imports/ by "npm run imports:types"; do not edit.';

/** TypeScript types of all kinds of a document: one file for each API version, `definitions.ts`, `manifests.ts` and `index.ts`. */
export function kubernetesTypes(document: KubernetesDocument): SourceFiles {
  const names = Object.keys(document.definitions).sort(byCodeUnit);
  const byFile = new Map<string, string[]>();
  for (const name of names) {
    const { file } = typeNameOf(name);
    byFile.set(file, [...(byFile.get(file) ?? []), name]);
  }
  const files = new Map<string, string>();
  for (const file of [...byFile.keys()].sort(byCodeUnit)) {
    files.set(`${file}.ts`, sourceOf(file, byFile.get(file)!, document));
  }
  const modules = [...byFile.keys()].sort(byCodeUnit);
  files.set('definitions.ts', `${GENERATED_HEADER}\n${definitionTypes(document)}`);
  files.set('manifests.ts', `${GENERATED_HEADER}\n${manifestTypes(document)}`);
  files.set('index.ts', `${GENERATED_HEADER}\n${indexOf(modules)}`);
  return files;
}

function sourceOf(file: string, definitions: readonly string[], document: KubernetesDocument): string {
  const imported = new Set<string>();
  const nameOf = (definition: string): string => {
    const type = typeNameOf(definition);
    if (type.file === file) return type.name;
    imported.add(type.file);
    return `${camelCase(type.file)}.${type.name}`;
  };
  const declarations = definitions.map((definition) =>
    declarationOf(definition, typeNameOf(definition).name, document.definitions[definition]!, nameOf),
  );
  const imports = [...imported].sort(byCodeUnit).map(importOf);
  return [GENERATED_HEADER, ...imports, '', declarations.join('\n\n'), ''].join('\n');
}

function importOf(file: string): string {
  return `import type * as ${camelCase(file)} from './${file}';`;
}

function indexOf(modules: readonly string[]): string {
  // API Extractor takes `export * as` for another namespace than the one that the modules import from each other.
  const namespaces = ['export type {', ...modules.map((file) => `  ${camelCase(file)},`), '};'];
  const others = ["export type * from './definitions';", "export type * from './manifests';"];
  return [...modules.map(importOf), '', ...namespaces, ...others, ''].join('\n');
}
