import type { Changes } from './changes';
import type { DefinitionRules } from './rule';
import type { GeneratedValues, Tolerances, UpdateChanges, UpdateRules } from './update';

/** What the package knows of one API group: what its servers fill in, clear and refuse, as `pkg/apis/GROUP` holds it. */
export interface ApiGroup {
  /** In the order in which the server asks. */
  readonly rules: readonly DefinitionRules[];
  /** Those of the rules that the server asks only when it has nothing against the object otherwise. @default none */
  readonly late?: readonly DefinitionRules[];
  /** `SetDefaults_…` of the group. @default none */
  readonly defaults?: Changes;
  /** `PrepareForCreate` of the group's strategies, and fields of features that are off in a version. @default none */
  readonly preparations?: Changes;
  /** `Validate…Update` of the group's kinds, without what the rules already say of the new object. @default none */
  readonly updates?: readonly UpdateRules[];
  /** Those of the updates that admission asks, when the server has nothing against the update otherwise. @default none */
  readonly lateUpdates?: readonly UpdateRules[];
  /** `PrepareForUpdate` of the group's strategies, beyond the preparations. @default the status stays that of before */
  readonly updatePreparations?: UpdateChanges;
  /** What the server and the controllers add to a new object, where later updates depend on it. @default nothing */
  readonly generated?: GeneratedValues;
  /** What the server does not check again when an object is updated; `*` stands for every kind. @default nothing */
  readonly tolerances?: Tolerances;
  /** How the server returns what it stored: fields that are only written are left out, conversions fill others. @default as stored */
  readonly storedForms?: Changes;
  /** Changes to the copy that is validated, which are not stored. @default none */
  readonly validatedCopies?: Changes;
}
