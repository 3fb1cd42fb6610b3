export {
  bundledCustomResources,
  CustomResourceFilesError,
  importedCustomResources,
  loadCustomResources,
  projectCustomResources,
} from './custom-resource-directory';
export * from './custom-resource-document';
export { CUSTOM_RESOURCE_HEADER, customResourceFileName, formatCustomResourceDocument } from './custom-resource-file';
export { type CustomResource, CustomResources } from './custom-resources';
export * from './document';
export { apiVersionOf, definitionOfKind, type KindDefinition, kindsOf } from './kinds';
export {
  formatKubernetesDocument,
  joinKubernetesDocuments,
  KUBERNETES_HEADER,
  kubernetesFileName,
} from './kubernetes-file';
export { loadKubernetesDocument } from './load';
export { byCodeUnit } from './order';
export { definitionNameOf, keyDefault, listKeysOf, mergeKeyOf, merges, resolveSchema } from './resolve';
export { explainUnknownKind, type UnknownKind } from './unknown-kind';
