export * from './custom-resource-document';
export { CUSTOM_RESOURCE_HEADER, customResourceFileName, formatCustomResourceDocument } from './custom-resource-file';
export { bundledCustomResources, type CustomResource, CustomResources, loadCustomResources } from './custom-resources';
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
export { definitionNameOf, listKeysOf, mergeKeyOf, merges, resolveSchema } from './resolve';
export { explainUnknownKind, type UnknownKind } from './unknown-kind';
