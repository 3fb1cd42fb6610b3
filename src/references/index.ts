export { type DecodedManifest, type ReferenceOptions, referenceFindings } from './check-references';
export { EDGES, type Edge, SELECTIONS, type Selection } from './edges';
export { type Link, type Links, type LinkTarget, linksOf, selectorText } from './links';
export { checkReferences } from './on-demand';
export type { ReferenceRule } from './reference-rule';
export { REFERENCE_RULES } from './registry';
export { type UsedPort, usedPorts } from './used-ports';
