export { LiveObjects, type LiveUpdate } from './live-objects';
export { type KnownCluster, knownCluster } from './read-ground';
