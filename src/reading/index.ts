export { parseYamlDocument } from './parse-document';
export { type Position, type ReadingProblem, type ReadManifest, readManifests } from './read-manifests';
