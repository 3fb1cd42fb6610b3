import { byCodeUnit, type KindDefinition, type KubernetesDocument, kindsOf } from '../../schema';
import { typeNameOf } from './definition-names';
import { camelCase, pascalCase } from './source';

/** Text of `manifests.ts`: a name for each kind that users write, the map by bare kind, and the union of all. */
export function manifestTypes(document: KubernetesDocument): string {
  const kinds = kindsOf(document)
    .filter(({ scope }) => scope !== undefined)
    .sort((left, right) => byCodeUnit(aliasOf(left), aliasOf(right)));
  const files = [...new Set(kinds.map(({ name }) => typeNameOf(name).file))].sort(byCodeUnit);
  return [
    ...files.map((file) => `import type * as ${camelCase(file)} from './${file}';`),
    '',
    ...kinds.map((kind) => `export type ${aliasOf(kind)} = ${referenceTo(kind)};`),
    '',
    '/** The manifest of a bare kind, in the version that the server prefers. */',
    'export interface ManifestByKind {',
    ...preferredKinds(kinds).map((kind) => `  ${kind.kind}: ${aliasOf(kind)};`),
    '}',
    '',
    '/** Any manifest of a built-in kind; discriminated by apiVersion and kind. */',
    'export type Manifest =',
    `${kinds.map((kind) => `  | ${aliasOf(kind)}`).join('\n')};`,
    '',
    '/** The manifest of one apiVersion and kind. */',
    "export type ManifestOf<ApiVersion extends Manifest['apiVersion'], Kind extends Manifest['kind']> = Extract<",
    '  Manifest,',
    '  { apiVersion: ApiVersion; kind: Kind }',
    '>;',
    '',
  ].join('\n');
}

/** `Deployment` of `apps-v1` is `DeploymentAppsV1`. */
function aliasOf({ name, kind }: KindDefinition): string {
  return `${kind}${pascalCase(typeNameOf(name).file)}`;
}

function referenceTo({ name }: KindDefinition): string {
  const type = typeNameOf(name);
  return `${camelCase(type.file)}.${type.name}`;
}

function preferredKinds(kinds: readonly KindDefinition[]): readonly KindDefinition[] {
  const byKind = new Map<string, KindDefinition>();
  for (const kind of kinds) {
    const other = byKind.get(kind.kind);
    if (other === undefined || preference(kind) > preference(other)) byKind.set(kind.kind, kind);
  }
  return [...byKind.keys()].sort(byCodeUnit).map((kind) => byKind.get(kind)!);
}

/** The core group before others, then stable before beta before alpha, then the higher number. */
function preference({ group, version }: KindDefinition): number {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  const stage = match?.[2] === undefined ? 2 : match[2] === 'beta' ? 1 : 0;
  return (group === '' ? 1_000_000 : 0) + stage * 10_000 + Number(match?.[1] ?? 0) * 100 + Number(match?.[3] ?? 0);
}
