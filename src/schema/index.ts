export * from './custom-resource-document';
export { bundledCustomResources, type CustomResource, CustomResources, loadCustomResources } from './custom-resources';
export * from './document';
export { apiVersionOf, definitionOfKind, type KindDefinition, kindsOf } from './kinds';
export { loadKubernetesDocument } from './load';
export { definitionNameOf, listKeysOf, mergeKeyOf, merges, resolveSchema } from './resolve';
export { KUBERNETES_VERSIONS, type KubernetesVersion } from './versions';
