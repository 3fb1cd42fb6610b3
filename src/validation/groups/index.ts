/**
 * The registry of all API groups.
 *
 * To add a rule: write `export const fooRules = rules('io.k8s.api.GROUP.VERSION.Foo', texts, check)` in
 * `groups/GROUP/foo.ts`, list it in `groups/GROUP/index.ts`, and nothing else: it runs wherever that definition occurs, after
 * decoding (types are right, nulls are gone, non-pointer structs such as `spec` exist as `{}`) and after
 * the walks of `defaults.ts` and `prepare.ts` beside it. Several entries may name the same definition; they run in the
 * order of this list. Where two definitions of the same type have different names in different versions, name both.
 * The order in which children are visited is the order of the document; findings keep the order of the visits.
 */
import type { ApiGroup, Changes, DefinitionRules, GeneratedValues, UpdateChanges, UpdateRules } from '../rule';
import { admissionregistration } from './admissionregistration';
import { apiextensions } from './apiextensions';
import { apiregistration } from './apiregistration';
import { apps } from './apps';
import { autoscaling } from './autoscaling';
import { batch } from './batch';
import { certificates } from './certificates';
import { coordination } from './coordination';
import { core } from './core';
import { discovery } from './discovery';
import { flowcontrol } from './flowcontrol';
import { meta } from './meta';
import { networking } from './networking';
import { node } from './node';
import { policy } from './policy';
import { rbac } from './rbac';
import { resource } from './resource';
import { scheduling } from './scheduling';
import { storage } from './storage';

/** Metadata first, as it is part of every kind. */
const GROUPS: readonly ApiGroup[] = [
  meta,
  admissionregistration,
  apiextensions,
  apiregistration,
  apps,
  autoscaling,
  batch,
  certificates,
  coordination,
  core,
  discovery,
  flowcontrol,
  networking,
  node,
  policy,
  rbac,
  resource,
  scheduling,
  storage,
];

/** Every rule of the package, grouped by API group. */
export const ALL_RULES: readonly DefinitionRules[] = GROUPS.flatMap((group) => group.rules);

/** Every default. Functions of the same definition in several groups run in the order of the groups. */
export const ALL_DEFAULTS: readonly Changes[] = GROUPS.map((group) => group.defaults ?? {});

/** Every preparation. They run after the defaults and before the rules. */
export const ALL_PREPARATIONS: readonly Changes[] = GROUPS.map((group) => group.preparations ?? {});

/** What is changed in the copy that is validated and not stored. They run after the preparations. */
export const ALL_VALIDATED_COPIES: readonly Changes[] = GROUPS.map((group) => group.validatedCopies ?? {});

/** Every rule about updates. */
export const ALL_UPDATE_RULES: readonly UpdateRules[] = GROUPS.flatMap((group) => group.updates ?? []);

/** Every `PrepareForUpdate`. */
export const ALL_UPDATE_PREPARATIONS: UpdateChanges = Object.assign(
  {},
  ...GROUPS.map((group) => group.updatePreparations ?? {}),
);

/** Generated values of every kind that has some. */
export const ALL_GENERATED: GeneratedValues = Object.assign({}, ...GROUPS.map((group) => group.generated ?? {}));

/** What is asked of new objects only. */
export const CREATE_ONLY = {
  rules: new Set(GROUPS.flatMap((group) => group.createOnly?.rules ?? [])),
  kinds: new Set(GROUPS.flatMap((group) => group.createOnly?.kinds ?? [])),
} as const;

export { LATE_RULES } from './meta';
