import type { Changes } from '../../rule';
import { eachPart } from './prepare';

/** How the server returns definitions: schemas of items that it read into nothing are left out. */
export const apiextensionsStoredForms: Changes = {
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition': ({ spec }) => {
    for (const { schema } of spec?.versions ?? []) {
      eachPart(schema?.openAPIV3Schema, 'fields', (part, role) => {
        if (role === 'fields' && 'items' in part && isNoSchema(part.items)) delete part.items;
      });
    }
  },
};

/** `JSONSchemaPropsOrArray` reads an object or a list, and ignores anything else. */
function isNoSchema(items: unknown): boolean {
  return typeof items !== 'object' || items === null || (Array.isArray(items) && items.length === 0);
}
