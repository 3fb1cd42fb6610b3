import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

const PACKAGE = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';

/** The strategy of apiextensions-apiserver `pkg/registry/customresourcedefinition`. */
export const apiextensionsPreparations: Changes = {
  [`${PACKAGE}.CustomResourceDefinition`]: (definition, { minor }) => {
    delete definition.status;
    const hasOptionalOldSelf = gatesOf(minor).has('CRDValidationRatcheting');
    for (const { schema } of definition.spec?.versions ?? []) {
      eachPart(schema?.openAPIV3Schema, 'fields', (part, role) => {
        dropNulls(part, role);
        if (!hasOptionalOldSelf && role === 'fields') dropOptionalOldSelf(part);
      });
    }
  },
};

/** What an object or list in a schema holds: fields of a schema, schemas by names, schemas in a list, or strings. */
type Role = 'fields' | 'names' | 'list' | 'strings';

/** Fields that hold values, in which null is a value too. */
const VALUES = new Set(['default', 'example', 'enum']);
/** Fields that hold schemas by names. */
const BY_NAME = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);

/** Calls back for every object and list of a schema, outer ones first, but for values such as defaults. */
export function eachPart(part: any, role: Role, visit: (part: any, role: Role) => void): void {
  if (typeof part !== 'object' || part === null) return;
  visit(part, role);
  for (const [name, child] of Object.entries<any>(part)) {
    if (role !== 'fields') eachPart(child, Array.isArray(child) ? 'list' : 'fields', visit);
    else if (!VALUES.has(name)) eachPart(child, roleOf(name, child), visit);
  }
}

function roleOf(field: string, value: unknown): Role {
  if (BY_NAME.has(field)) return 'names';
  if (!Array.isArray(value)) return 'fields';
  return field === 'required' ? 'strings' : 'list';
}

/** Takes null in the inner schemas for a field that is not there, and for an empty schema where there must be one. */
function dropNulls(part: any, role: Role): void {
  if (role === 'strings') return;
  for (const [name, value] of Object.entries(part)) {
    if (value !== null) continue;
    if (role !== 'fields') part[name] = {};
    else if (!VALUES.has(name)) delete part[name];
  }
}

/** Servers before the gate have the field since 1.29, and clear it. */
function dropOptionalOldSelf({ 'x-kubernetes-validations': rules }: any): void {
  if (Array.isArray(rules)) for (const rule of rules) delete rule?.optionalOldSelf;
}
