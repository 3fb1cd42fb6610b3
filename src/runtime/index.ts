export { checkRuntime, type RuntimeOptions, runtimeFindings } from './check-runtime';
export { checkNodeSizes, type NodeSize } from './node-size';
export { RUNTIME_RULES } from './registry';
export type { RuntimeRule } from './runtime-rule';
