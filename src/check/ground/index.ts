export type { LiveObjects, LiveUpdate } from './live-objects';
export { type KnownCluster, knownCluster } from './read-ground';
