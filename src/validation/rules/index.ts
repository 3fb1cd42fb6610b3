/**
 * The registry of all rules.
 *
 * To add a rule: write `export const fooRules = rules('io.k8s.api.GROUP.VERSION.Foo', texts, check)` in
 * `rules/GROUP/foo.ts`, list it in `rules/GROUP/index.ts`, and nothing else: it runs wherever that definition occurs, after
 * decoding (types are right, nulls are gone, non-pointer structs such as `spec` exist as `{}`) and after
 * the walks of `defaults/GROUP.ts` and `prepare/GROUP.ts`. Several entries may name the same definition; they run in the
 * order of this list. Where two definitions of the same type have different names in different versions, name both.
 * The order in which children are visited is the order of the document; findings keep the order of the visits.
 */
import type { DefinitionRules } from '../rule';
import { admissionregistrationRules } from './admissionregistration';
import { apiextensionsRules } from './apiextensions';
import { apiregistrationRules } from './apiregistration';
import { appsRules } from './apps';
import { autoscalingRules } from './autoscaling';
import { batchRules } from './batch';
import { certificatesRules } from './certificates';
import { coordinationRules } from './coordination';
import { coreRules } from './core';
import { discoveryRules } from './discovery';
import { flowcontrolRules } from './flowcontrol';
import { metaRules } from './meta';
import { deprecatedVersionRules } from './meta/deprecated-version';
import { labelSelectorRules } from './meta/label-selector';
import { networkingRules } from './networking';
import { nodeRules } from './node';
import { policyRules } from './policy';
import { rbacRules } from './rbac';
import { resourceRules } from './resource';
import { schedulingRules } from './scheduling';
import { storageRules } from './storage';

/** Every rule of the package, grouped by API group. */
export const ALL_RULES: readonly DefinitionRules[] = [
  ...metaRules,
  labelSelectorRules,
  deprecatedVersionRules,
  ...admissionregistrationRules,
  ...apiextensionsRules,
  ...apiregistrationRules,
  ...appsRules,
  ...autoscalingRules,
  ...batchRules,
  ...certificatesRules,
  ...coordinationRules,
  ...coreRules,
  ...discoveryRules,
  ...flowcontrolRules,
  ...networkingRules,
  ...nodeRules,
  ...policyRules,
  ...rbacRules,
  ...resourceRules,
  ...schedulingRules,
  ...storageRules,
];
