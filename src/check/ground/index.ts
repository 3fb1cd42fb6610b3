export type { LiveObjects, LiveUpdate } from './live-objects';
export { type ClusterIssue, type KnownCluster, knownCluster } from './read-ground';
