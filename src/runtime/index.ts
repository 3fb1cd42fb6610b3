export { type RuntimeOptions, runtimeFindings } from './check-runtime';
export { checkNodeSizes, type NodeSize, type NodeTaint } from './node-size';
export { checkRuntime } from './on-demand';
export { readNodes } from './read-nodes';
export { RUNTIME_RULES } from './registry';
export type { RuntimeRule } from './runtime-rule';
