import { isDeepStrictEqual } from 'node:util';
import type { CustomResourceDocument, CustomResourceSchema, CustomResourceVersion } from '../../schema';
import { Interfaces } from './interfaces';
import { pascalCase, quote } from './source';

/** Fields of every object; the construct brings them itself. */
const OBJECT_FIELDS = ['apiVersion', 'kind', 'metadata'];

/** Name of the file of a custom resource: as its CustomResourceDefinition is called, `ipaddresspools.metallb.io.ts`. */
export function typeScriptFileName(document: CustomResourceDocument): string {
  return `${document.names.plural}.${document.group}.ts`;
}

/**
 * TypeScript of a custom resource: props with all fields of the version that the server stores, and a construct that
 * writes them to the manifest as they are. Limits that types cannot say stand in comments.
 *
 * @param header first line, which says how to write the file again.
 * @param like a custom resource with the same fields, whose file has the types.
 */
export function customResourceTypes(
  document: CustomResourceDocument,
  header: string,
  like?: CustomResourceDocument,
): string {
  const { group, names } = document;
  const version = storedVersion(document);
  const name = pascalCase(names.kind);
  const props = propsSchema(version);
  const required = (props.required ?? []).length > 0;
  return [
    header,
    "import * as cdk8s from 'cdk8s';",
    "import type * as constructs from 'constructs';",
    ...(like === undefined ? ['', propsTypes(name, props)] : propsTypesOf(like, name)),
    '',
    `/** ${group}/${version.name} ${names.kind} (${document.scope === 'Cluster' ? 'cluster-scoped' : 'namespaced'}). */`,
    `export class ${name} extends cdk8s.ApiObject {`,
    `  public static readonly GVK: cdk8s.GroupVersionKind = {`,
    `    apiVersion: ${quote(`${group}/${version.name}`)},`,
    `    kind: ${quote(names.kind)},`,
    '  };',
    '',
    '  /** The manifest alone, to put into other objects. */',
    `  public static manifest(props: ${name}Props${required ? '' : ' = {}'}): object {`,
    `    return { ...${name}.GVK, ...props };`,
    '  }',
    '',
    `  public constructor(scope: constructs.Construct, id: string, props: ${name}Props${required ? '' : ' = {}'}) {`,
    `    super(scope, id, { ...${name}.GVK, ...props });`,
    '  }',
    '}',
    '',
  ].join('\n');
}

function propsTypes(name: string, props: CustomResourceSchema): string {
  const interfaces = new Interfaces();
  interfaces.declare(`${name}Props`, props, [
    '  /** Name, namespace, labels and annotations. */',
    '  readonly metadata?: cdk8s.ApiObjectMetadata;',
  ]);
  return interfaces.text();
}

function propsTypesOf(like: CustomResourceDocument, name: string): string[] {
  const theirs = `${pascalCase(like.names.kind)}Props`;
  const module = typeScriptFileName(like).replace(/\.ts$/, '');
  return [`import type { ${theirs} } from './${module}';`, '', `export type ${name}Props = ${theirs};`];
}

/** Whether users write the same fields of both. */
export function haveSameFields(one: CustomResourceDocument, other: CustomResourceDocument): boolean {
  return isDeepStrictEqual(propsSchema(storedVersion(one)), propsSchema(storedVersion(other)));
}

/** Clients should write the version that is stored; a definition may store one that it no longer serves. */
function storedVersion({ versions }: CustomResourceDocument): CustomResourceVersion {
  return versions.find(({ storage }) => storage) ?? versions[0]!;
}

/** What users write: no status, which controllers fill in. */
function propsSchema({ schema, subresources }: CustomResourceVersion): CustomResourceSchema {
  const left = new Set([...OBJECT_FIELDS, ...(subresources.includes('status') ? ['status'] : [])]);
  const fields = Object.entries(schema.properties ?? {}).filter(([field]) => !left.has(field));
  return {
    ...schema,
    properties: Object.fromEntries(fields),
    required: schema.required?.filter((field) => !left.has(field)),
  };
}
