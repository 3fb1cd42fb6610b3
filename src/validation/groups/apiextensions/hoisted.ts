import { isDeepStrictEqual } from 'node:util';

/** Fields of the versions that the server moves to the top when all versions agree, with their internal names. */
const HOISTED = {
  subresources: 'subresources',
  schema: 'validation',
  additionalPrinterColumns: 'additionalPrinterColumns',
  selectableFields: 'selectableFields',
} as const;

type VersionField = keyof typeof HOISTED;

/** One value of a field of the versions and the path that the server's messages have for it. */
export interface Hoisted {
  readonly value: any;
  readonly path: string;
  /** Version that it belongs to; undefined when it is that of all. */
  readonly version?: any;
}

/**
 * What the server validates: a field in which all versions agree is that of the whole definition.
 *
 * @see Convert_v1_CustomResourceDefinitionSpec_To_apiextensions_CustomResourceDefinitionSpec
 */
export function hoisted(versions: readonly any[], field: VersionField): Hoisted[] {
  const [first] = versions;
  if (first === undefined) return [];
  if (isCommon(versions, field)) {
    return first[field] === undefined ? [] : [{ value: first[field], path: `spec.${HOISTED[field]}` }];
  }
  return versions.flatMap((version, index) =>
    version[field] === undefined ? [] : [{ value: version[field], path: `spec.versions[${index}].${field}`, version }],
  );
}

/** The versions as the server holds them: without the fields that it has moved to the top. */
export function withoutHoisted(versions: readonly any[]): any[] {
  const common = Object.keys(HOISTED).filter((field) => isCommon(versions, field as VersionField));
  return versions.map((version) =>
    Object.fromEntries(Object.entries(version).filter(([field]) => !common.includes(field))),
  );
}

/** Whether all versions agree on the field; empty lists and absent ones are the same. */
export function isCommon(versions: readonly any[], field: VersionField): boolean {
  const meaning = (version: any) =>
    Array.isArray(version[field]) && version[field].length === 0 ? undefined : version[field];
  return versions.every((version) => isDeepStrictEqual(meaning(version), meaning(versions[0])));
}
