export * from './custom-resource-document';
export { bundledCustomResources, type CustomResource, CustomResources, loadCustomResources } from './custom-resources';
export * from './document';
export { apiVersionOf, definitionOfKind, type KindDefinition, kindsOf } from './kinds';
export { loadKubernetesDocument } from './load';
export { REMOVED_APIS, type RemovedApi, removedApi } from './removed-apis';
export { definitionNameOf, listKeysOf, mergeKeyOf, merges, resolveSchema } from './resolve';
export { explainUnknownKind, type UnknownKind } from './unknown-kind';
export { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from './versions';
