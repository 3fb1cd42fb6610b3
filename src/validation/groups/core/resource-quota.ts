import { hasChange } from '../../../facts';
import {
  compareQuantities,
  isCountedResource,
  isQuotaResource,
  isWholeQuantity,
  MUST_NOT_BE_NEGATIVE,
  parseQuantity,
  quantityText,
  quotaResourceName,
  signOfQuantity,
} from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, type Report, rules } from '../../rule';
import { object } from './examples';

const OF_PODS = ['pods', 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
/** Resources that pods of a scope can be asked about. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  Terminating: OF_PODS,
  NotTerminating: OF_PODS,
  BestEffort: ['pods'],
  NotBestEffort: OF_PODS,
  PriorityClass: OF_PODS,
  CrossNamespacePodAffinity: OF_PODS,
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
};
const SCOPES_THAT_EXIST = ['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'CrossNamespacePodAffinity'];
const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

const quota = (spec: object) => object('ResourceQuota', { spec });
const scoped = (requirement: object) =>
  quota({ hard: { pods: 1 }, scopeSelector: { matchExpressions: [requirement] } });

/** How much a namespace may use altogether. */
export const resourceQuotaRules = rules(
  'io.k8s.api.core.v1.ResourceQuotaSpec',
  {
    'resource-quota-name': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A quota limits cpu, memory and storage (as requests.… and limits.…), counts such as pods and services, or any kind as count/RESOURCE.GROUP.',
      source: 'ValidateResourceQuotaSpec (pkg/apis/core/validation)',
      refused: quota({ hard: { deployments: 10 } }),
      accepted: quota({ hard: { 'count/deployments.apps': 10 } }),
    },
    'resource-quota-amount': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A quota is 0 or more, and what is counted is counted in whole numbers.',
      source: 'ValidateResourceQuantityValue (pkg/apis/core/validation)',
      refused: quota({ hard: { pods: '1.5' } }),
      accepted: quota({ hard: { pods: 2 } }),
    },
    'resource-quota-scope': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A scope narrows the quota to some pods (Terminating, BestEffort, PriorityClass, … and their opposites, but not both), so it goes only with resources of pods.',
      source: 'validateResourceQuotaScopes, validateScopedResourceSelectorRequirement (pkg/apis/core/validation)',
      refused: quota({ hard: { services: 1 }, scopes: ['BestEffort'] }),
      accepted: quota({ hard: { pods: 1 }, scopes: ['BestEffort'] }),
    },
    'resource-quota-scope-values': {
      reason: 'FieldValueRequired',
      message: "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
      why: 'In and NotIn compare with a list of names, for instance of priority classes.',
      source: 'validateScopedResourceSelectorRequirement (pkg/apis/core/validation)',
      refused: scoped({ scopeName: 'PriorityClass', operator: 'In', values: [] }),
      accepted: scoped({ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }),
    },
    'resource-quota-request-above-limit': {
      reason: 'Warning',
      severity: 'warning',
      message: 'ResourceQuota {request} ({requested}) should be less than {limit} ({limited})',
      why: 'No pod requests more than its limit, so a quota of requests above that of limits can never be used up.',
      source: 'WarningsOnCreate (pkg/registry/core/resourcequota)',
      since: '1.35',
      refused: quota({ hard: { 'requests.cpu': 2, 'limits.cpu': 1 } }),
      accepted: quota({ hard: { 'requests.cpu': 1, 'limits.cpu': 2 } }),
    },
  },
  (node, report) => {
    const { hard = {}, scopes = [], scopeSelector } = node.value;
    for (const [name, value] of Object.entries(hard)) {
      const field = `hard[${name}]`;
      for (const detail of quotaResourceName(name)) {
        report('resource-quota-name', field, { detail, value: new GoValue('core.ResourceName', name) });
      }
      const amount = parseQuantity(value as string)!;
      if (signOfQuantity(amount) < 0) {
        report('resource-quota-amount', field, {
          detail: MUST_NOT_BE_NEGATIVE,
          value: quantityText(value as string),
        });
      }
      if (isCountedResource(name) && !isWholeQuantity(amount)) {
        report('resource-quota-amount', field, { detail: 'must be an integer' });
      }
    }
    const names = Object.keys(hard).filter(isQuotaResource);
    for (const detail of scopeProblems(scopes, names, node.minor)) report('resource-quota-scope', 'scopes', { detail });
    if (scopeSelector !== undefined) checkSelector(node.value, names, node.minor, report);
    warnOfOrder(hard, report);
  },
);

function isScope(name: string, minor: number): boolean {
  return (
    Object.hasOwn(SCOPES, name) && (name !== 'VolumeAttributesClass' || hasChange(minor, 'VolumeAttributesQuotaScope'))
  );
}

function fits(scope: string, resource: string): boolean {
  return !Object.hasOwn(SCOPES, scope) || SCOPES[scope]!.includes(resource);
}

function scopeProblems(scopes: readonly string[], names: readonly string[], minor: number): string[] {
  const problems: string[] = [];
  if (scopes.some((scope) => !isScope(scope, minor))) problems.push('unsupported scope');
  if (scopes.some((scope) => isScope(scope, minor) && names.some((name) => !fits(scope, name)))) {
    problems.push('unsupported scope applied to resource');
  }
  if (OPPOSITES.some((pair) => pair.every((scope) => scopes.includes(scope)))) problems.push('conflicting scopes');
  return problems;
}

function checkSelector(spec: any, names: readonly string[], minor: number, report: Report): void {
  const requirements: readonly any[] = spec.scopeSelector.matchExpressions ?? [];
  // The server shows the whole selector, and the other list of scopes for scopes that exclude each other.
  const selector = new GoValue('core.ScopeSelector', spec.scopeSelector);
  const others = new GoValue('[]core.ResourceQuotaScope', spec.scopes);
  const { required } = fieldChecks(report);
  const at = 'scopeSelector.matchExpressions';
  const wrong = (field: string, detail: string, value: unknown) =>
    report('resource-quota-scope', `${at}${field}`, { detail, value });
  const scopes = requirements.map(({ scopeName = '' }) => scopeName as string);
  for (const detail of scopeProblems(scopes, names, minor)) {
    if (detail !== 'unsupported scope') wrong('', detail, detail === 'conflicting scopes' ? others : selector);
    else for (const name of scopes.filter((scope) => !isScope(scope, minor))) wrong('.scopeName', detail, name);
  }
  for (const { scopeName = '', operator = '', values = [] } of requirements) {
    if (SCOPES_THAT_EXIST.includes(scopeName) && operator !== 'Exists') {
      wrong(
        '.operator',
        hasChange(minor, 'QuotaScopeOperatorSpelled') ? MUST_EXIST : MUST_EXIST.replace("'Exists'", "'Exist'"),
        operator,
      );
    }
    if (operator === 'In' || operator === 'NotIn') {
      required('resource-quota-scope-values', `${at}.values`, values);
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (values.length > 0) {
        wrong(
          '.values',
          "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
          new GoValue('[]string', values),
        );
      }
    } else wrong('.operator', 'not a valid selector operator', operator);
  }
}

/** The server names the constants of its sources. */
const MUST_EXIST =
  "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";

function warnOfOrder(hard: Readonly<Record<string, any>>, report: Report): void {
  for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
    const short = name !== 'ephemeral-storage' && hard[name] !== undefined ? name : undefined;
    const request = hard[`requests.${name}`] !== undefined ? `requests.${name}` : short;
    const limit = `limits.${name}`;
    if (request === undefined || hard[limit] === undefined) continue;
    const [requested, limited] = [hard[request], hard[limit]];
    if (compareQuantities(parseQuantity(requested)!, parseQuantity(limited)!) > 0) {
      report('resource-quota-request-above-limit', `hard[${request}]`, { request, requested, limit, limited });
    }
  }
}
