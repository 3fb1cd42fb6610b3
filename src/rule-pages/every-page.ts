import { ADMISSION_RULES, type AdmissionRule, admissionMessages } from '../admission';
import { NEWEST_VERSION } from '../facts';
import { checkPolicy, POD_SECURITY_RULES, type PolicyText, PRACTICE_RULES } from '../policy';
import { checkReferences, REFERENCE_RULES, type ReferenceRule } from '../references';
import { checkRuntime, RUNTIME_RULES, type RuntimeRule } from '../runtime';
import { validate } from '../validation';
import { allRules } from '../validation/groups';
import { CUSTOM_RESOURCE_PAGES } from './custom-resource-pages';
import { READING_PAGES } from './reading-pages';
import type { RulePage } from './rule-page';
import { RUN_PAGES } from './run-pages';
import { messageOf, serverPage } from './server-page';
import { UPGRADE_PAGES } from './upgrade-pages';

/** What `rulePages` returns; its own file, which is loaded with all rules at the first call. */
export function everyPage(): RulePage[] {
  const server = allRules()
    .flatMap(({ texts }) => Object.entries(texts))
    .map(([id, text]) => serverPage(id, text, (kubernetesVersion) => validate([text.refused], { kubernetesVersion })));
  // A rule that several definitions have in common is one page, that of the first of them.
  const byId = new Map([...server].reverse().map((page) => [page.id, page]));
  return [
    ...READING_PAGES,
    ...CUSTOM_RESOURCE_PAGES,
    ...RUN_PAGES,
    ...UPGRADE_PAGES,
    ...[...POD_SECURITY_RULES, ...PRACTICE_RULES].map(policyPage),
    ...REFERENCE_RULES.map(referencePage),
    ...RUNTIME_RULES.map(runtimePage),
    ...Object.values(ADMISSION_RULES).map(admissionPage),
    ...byId.values(),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function policyPage({ id, why, hint, source, refused, accepted }: PolicyText): RulePage {
  return {
    ...{ id, category: 'policy', severity: 'error', reason: 'PolicyViolation' },
    ...{ why, hint, source, refused, accepted },
    get message() {
      return messageOf(id, checkPolicy([refused].flat(), { podSecurity: 'restricted', practices: true }));
    },
  };
}

function referencePage({ id, why, hint, source, refused, accepted, severity }: ReferenceRule): RulePage {
  return {
    ...{ id, category: 'reference', severity: severity ?? 'error', reason: 'DanglingReference' },
    ...{ why, hint, source, refused, accepted },
    get message() {
      return messageOf(id, checkReferences(refused, { external: 'warn' }));
    },
  };
}

/** The cluster that an example is applied to. */
function clusterOf(id: string): Parameters<typeof admissionMessages>[2] {
  if (id !== 'claim-never-bound') return id === 'admission-namespace' ? 'empty' : 'assumed';
  return { objects: [], completeKinds: new Set(['PersistentVolume', 'storage.k8s.io/StorageClass']) };
}

function admissionPage({ id, severity = 'error', why, hint, source, refused, accepted }: AdmissionRule): RulePage {
  return {
    ...{ id, category: 'admission', severity, reason: severity === 'error' ? 'Forbidden' : 'Warning' },
    ...{ why, hint, source, refused, accepted },
    get message() {
      return messageOf(id, admissionMessages(refused, NEWEST_VERSION, clusterOf(id)));
    },
  };
}

function runtimePage({ id, severity, why, hint, source, refused, accepted, examples }: RuntimeRule): RulePage {
  return {
    ...{ id, category: 'runtime', severity, reason: 'RuntimeFailure' },
    ...{ why, hint, source, refused, accepted },
    get message() {
      return messageOf(id, checkRuntime([refused].flat(), examples));
    },
  };
}
