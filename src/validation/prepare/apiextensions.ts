import type { Changes } from '../changes';

const PACKAGE = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';

/** The strategy of apiextensions-apiserver `pkg/registry/customresourcedefinition`. */
export const apiextensionsPreparations: Changes = {
  [`${PACKAGE}.CustomResourceDefinition`]: (definition) => {
    delete definition.status;
  },
};
