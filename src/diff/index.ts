export { formatDiffJson } from './format/json';
export { formatDiffMarkdown } from './format/markdown';
export { isSafe, summaryOf } from './format/summary';
export { type DiffTextOptions, formatDiffText } from './format/text';
export { diffManifests, storedManifests } from './on-demand';
export {
  type Consequence,
  type DiffIssue,
  type DiffOptions,
  EFFECTS,
  type Effect,
  type FieldChange,
  type ManifestDiff,
  type ObjectDiff,
  type Position,
} from './types';
