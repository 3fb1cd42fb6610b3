import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

const PACKAGE = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';

/** The strategy of apiextensions-apiserver `pkg/registry/customresourcedefinition`. */
export const apiextensionsPreparations: Changes = {
  [`${PACKAGE}.CustomResourceDefinition`]: (definition, { minor }) => {
    delete definition.status;
    for (const { schema } of definition.spec?.versions ?? []) {
      dropNulls(schema?.openAPIV3Schema);
      if (!gatesOf(minor).has('CRDValidationRatcheting')) dropOptionalOldSelf(schema?.openAPIV3Schema);
    }
  },
};

/** Fields that hold values, in which null is a value too. */
const VALUES = new Set(['default', 'example', 'enum']);
/** Fields that hold schemas by names. */
const BY_NAME = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);

/** Takes null in the inner schemas for a field that is not there, and for an empty schema where there must be one. */
function dropNulls(schema: any): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [field, value] of Object.entries<any>(schema)) {
    if (VALUES.has(field)) continue;
    if (value === null) delete schema[field];
    else if (BY_NAME.has(field)) {
      for (const name of Object.keys(value)) {
        value[name] ??= {};
        dropNulls(value[name]);
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (item === null && field !== 'required') value[index] = {};
        dropNulls(value[index]);
      }
    } else dropNulls(value);
  }
}

/** Servers before the gate have the field since 1.29, and clear it. */
function dropOptionalOldSelf(schema: any): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [field, value] of Object.entries<any>(schema)) {
    if (VALUES.has(field)) continue;
    if (field === 'x-kubernetes-validations' && Array.isArray(value)) {
      for (const rule of value) delete rule?.optionalOldSelf;
    } else dropOptionalOldSelf(value);
  }
}
