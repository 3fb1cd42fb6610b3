import { requireArguments } from '../../values';
import {
  CUSTOM_RESOURCE_HEADER,
  type CustomResourceDocument,
  type CustomResourceNames,
  type CustomResourceSchema,
  type CustomResourceVersion,
  type Scope,
} from '..';
import { keepStructure } from './crd-schema';
import { ImportError } from './import-error';
import { asList, asObject, isPlainObject, type PlainObject } from './plain-object';

/**
 * The CustomResourceDefinitions among parsed objects, lists opened; other objects are passed over.
 *
 * @throws ImportError for a definition of `apiextensions.k8s.io/v1beta1` or one without what the server requires.
 */
export function readCustomResourceDefinitions(objects: readonly unknown[]): readonly CustomResourceDocument[] {
  requireArguments('readCustomResourceDefinitions', { objects: [objects, 'an array'] });
  return objects.flatMap(openList).filter(isDefinition).map(readDefinition);
}

/** A list that the server answers leaves apiVersion and kind of its items out. */
function openList(object: unknown): readonly unknown[] {
  if (!isPlainObject(object) || !Array.isArray(object.items) || !String(object.kind).endsWith('List')) return [object];
  const kind = String(object.kind).slice(0, -'List'.length);
  const common = kind === '' ? {} : { apiVersion: object.apiVersion, kind };
  return object.items.flatMap((item) => openList({ ...common, ...asObject(item) }));
}

function isDefinition(object: unknown): object is PlainObject {
  return (
    isPlainObject(object) &&
    object.kind === 'CustomResourceDefinition' &&
    String(object.apiVersion).startsWith('apiextensions.k8s.io/')
  );
}

function readDefinition(definition: PlainObject): CustomResourceDocument {
  const name = String(asObject(definition.metadata).name ?? 'without a name');
  if (definition.apiVersion !== 'apiextensions.k8s.io/v1') {
    throw new ImportError(
      `CustomResourceDefinition ${name} is ${definition.apiVersion}, which Kubernetes 1.22 removed; convert it to apiextensions.k8s.io/v1`,
    );
  }
  const spec = asObject(definition.spec);
  const versions = asList(spec.versions).map(asObject);
  const problem = problemOf(spec, versions);
  if (problem !== undefined) throw new ImportError(`CustomResourceDefinition ${name}: ${problem}`);
  return {
    '//': CUSTOM_RESOURCE_HEADER,
    group: String(spec.group),
    scope: spec.scope as Scope,
    names: namesOf(asObject(spec.names)),
    ...(spec.preserveUnknownFields === true ? { preserveUnknownFields: true } : {}),
    versions: versions.filter((version) => version.served === true).map(versionOf),
  };
}

/** Group and kind become a path, so they must be the names that the server takes. */
function problemOf(spec: PlainObject, versions: readonly PlainObject[]): string | undefined {
  if (!isText(spec.group, /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/)) return 'spec.group must be a DNS name';
  const { kind, ...otherNames } = asObject(spec.names);
  if (!isText(kind, /^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$/)) {
    return 'spec.names.kind must be a name of letters and digits';
  }
  const wrong = (['listKind', 'plural', 'singular'] as const).find((name) => !isText(otherNames[name] ?? ''));
  if (wrong !== undefined) return `spec.names.${wrong} must be a string`;
  if (versions.some(({ name }) => !isText(name))) return 'each version in spec.versions must have a name';
  if (spec.scope !== 'Namespaced' && spec.scope !== 'Cluster') return 'spec.scope must be "Namespaced" or "Cluster"';
  if (!versions.some((version) => version.served === true)) return 'no version in spec.versions is served';
  const bare = versions.find((version) => !isPlainObject(asObject(version.schema).openAPIV3Schema));
  return bare && `version ${JSON.stringify(bare.name)} has no schema.openAPIV3Schema`;
}

function isText(value: unknown, pattern = /^/): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function namesOf(names: PlainObject): CustomResourceNames {
  const { kind, listKind, plural, singular } = names;
  const shortNames = names.shortNames && asList(names.shortNames).filter((name) => isText(name));
  return JSON.parse(JSON.stringify({ kind, listKind, plural, singular, shortNames })) as CustomResourceNames;
}

function versionOf(version: PlainObject): CustomResourceVersion {
  const name = String(version.name);
  const subresources = (['scale', 'status'] as const).filter((one) => one in asObject(version.subresources));
  const warning = version.deprecationWarning;
  return {
    name,
    storage: version.storage === true,
    ...(version.deprecated === true ? { deprecated: true } : {}),
    ...(typeof warning === 'string' ? { deprecationWarning: warning } : {}),
    subresources,
    schema: keepStructure(asObject(version.schema).openAPIV3Schema as CustomResourceSchema),
  };
}
