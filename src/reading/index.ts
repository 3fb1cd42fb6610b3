export { takeListApart } from './lists';
export type { Position } from './position';
export { type ReadDocument, type ReadingIssue, readDocuments } from './read-documents';
export { type ReadManifest, readManifests } from './read-manifests';
export { whyUnread } from './why-unread';
