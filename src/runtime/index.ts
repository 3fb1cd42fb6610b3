export { checkRuntime, type RuntimeOptions, runtimeFindings } from './check-runtime';
export { RUNTIME_RULES } from './registry';
export type { RuntimeRule } from './runtime-rule';
