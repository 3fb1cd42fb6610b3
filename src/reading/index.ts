export { takeListApart } from './lists';
export type { Position } from './position';
export { type ReadDocument, type ReadingProblem, readDocuments } from './read-documents';
export { type ReadManifest, readManifests } from './read-manifests';
