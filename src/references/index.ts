export { type DecodedManifest, type ReferenceOptions, referenceFindings } from './check-references';
export { EDGES, type Edge, SELECTIONS, type Selection } from './edges';
export { type Link, type Links, type LinkTarget, linksOf, selectorText } from './links';
export { type LostReference, type LostTarget, lostReferences } from './lost-references';
export { checkReferences } from './on-demand';
export { REFERENCE_RULES } from './registry';
export type { ReferenceRule } from './rule/reference-rule';
