import { ANNOTATION_EDGES } from './annotations';
import { CONTOUR_EDGES } from './contour';
import { CONTROL_EDGES } from './control';
import { DATABASE_EDGES } from './databases';
import { DELIVERY_EDGES } from './delivery';
import type { Edge } from './edge';
import { FAMILY_EDGES } from './families';
import { FLUX_EDGES } from './flux';
import { FURTHER_EDGES } from './further';
import { GATEWAY_EDGES } from './gateway';
import { NETWORKING_EDGES } from './networking';
import { NETWORK_EDGES } from './networks';
import { OPERATOR_EDGES } from './operators';
import { PLATFORM_EDGES } from './platform';
import { POD_EDGES } from './pods';
import { PROXY_EDGES } from './proxies';
import { STORAGE_EDGES } from './storage';

export { conventionalReferences, isCustom, READ } from './conventions';
export { ANYWHERE_KINDS, CLUSTER_KINDS, type Edge, PLATFORM_KINDS } from './edge';
export { SELECTIONS, type Selection } from './selections';
export { type Found, fieldsBeside, namespaceField, type Reference, referencesOf, shownPath, valuesAt } from './walk';

/** Every field by which an object refers to another one by name. */
export const EDGES: readonly Edge[] = [
  ...POD_EDGES,
  ...NETWORKING_EDGES,
  ...GATEWAY_EDGES,
  ...FURTHER_EDGES,
  ...CONTROL_EDGES,
  ...OPERATOR_EDGES,
  ...DELIVERY_EDGES,
  ...DATABASE_EDGES,
  ...PLATFORM_EDGES,
  ...NETWORK_EDGES,
  ...CONTOUR_EDGES,
  ...STORAGE_EDGES,
  ...PROXY_EDGES,
  ...FAMILY_EDGES,
  ...FLUX_EDGES,
  ...ANNOTATION_EDGES,
];
