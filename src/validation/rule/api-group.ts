import type { Changes } from './changes';
import type { DefinitionRules } from './rule';

/** What the package knows of one API group: what its servers fill in, clear and refuse, as `pkg/apis/GROUP` holds it. */
export interface ApiGroup {
  /** In the order in which the server asks. */
  readonly rules: readonly DefinitionRules[];
  /** `SetDefaults_…` of the group. @default none */
  readonly defaults?: Changes;
  /** `PrepareForCreate` of the group's strategies, and fields of features that are off in a version. @default none */
  readonly preparations?: Changes;
}
