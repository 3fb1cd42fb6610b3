import { groupOf } from '../../facts';
import { type LabelSelector, selectorMatches } from '../../values';

/** A request to create or change an object, as policies match it. */
export interface ApplyRequest {
  /** The object as the server would store it. */
  readonly object: any;
  /** The object that is in the cluster; undefined when it is created. */
  readonly oldObject: any;
  /** Plural of the kind, without its group. */
  readonly resource: string;
  /** Undefined for objects of the cluster. */
  readonly namespace: string | undefined;
  /** The namespace object, or for a Namespace that object itself. */
  readonly namespaceObject: any;
}

/** Groups whose policies the server never applies to their own objects. */
const OWN_GROUP = 'admissionregistration.k8s.io';
const OWN_RESOURCES = /^(validating|mutating)(admissionpolicies|admissionpolicybindings|webhookconfigurations)$/;

/** What the request does, by the name that rules have for it. */
export function operationOf({ oldObject }: ApplyRequest): 'CREATE' | 'UPDATE' {
  return oldObject === undefined ? 'CREATE' : 'UPDATE';
}

/** Versions in which the server serves the same resource too: a rule for one of them matches all (`matchPolicy: Equivalent`). */
function versionMatches(versions: readonly string[], version: string, isEquivalent: boolean): boolean {
  return versions.includes('*') || versions.includes(version) || (isEquivalent && versions.length > 0);
}

/** Whether the constraints of a policy, or the resources of a binding, match a request. @see plugin/policy/matching of k8s.io/apiserver */
export function matchesResources(criteria: any, request: ApplyRequest): boolean {
  if (criteria === undefined || criteria === null) return true;
  const { namespaceSelector, objectSelector, resourceRules = [], excludeResourceRules = [], matchPolicy } = criteria;
  const isEquivalent = takesEquivalent(matchPolicy);
  return (
    matchesNamespace(namespaceSelector, request) &&
    matchesLabels(objectSelector, request.object.metadata?.labels) &&
    !excludeResourceRules.some((rule: any) => ruleMatches(rule, request, isEquivalent)) &&
    (resourceRules.length === 0 || resourceRules.some((rule: any) => ruleMatches(rule, request, isEquivalent)))
  );
}

/** Whether the rules are about requests of this kind, whatever the object and its namespace are. */
export function coversRequest(criteria: any, request: ApplyRequest): boolean {
  const { resourceRules = [], matchPolicy } = criteria ?? {};
  return (
    resourceRules.length === 0 ||
    resourceRules.some((rule: any) => ruleCovers(rule, request, takesEquivalent(matchPolicy)))
  );
}

function takesEquivalent(matchPolicy: string | undefined): boolean {
  return (matchPolicy ?? 'Equivalent') === 'Equivalent';
}

/** Whether the server asks policies about such an object at all. */
export function isExempt({ object, resource }: ApplyRequest): boolean {
  return groupOf(object.apiVersion) === OWN_GROUP && OWN_RESOURCES.test(resource);
}

/** Objects of the cluster match any selector of namespaces, except that a Namespace is its own. */
function matchesNamespace(selector: LabelSelector | undefined, request: ApplyRequest): boolean {
  const labels = request.namespaceObject?.metadata?.labels;
  if (request.namespace === undefined && request.object.kind !== 'Namespace') return true;
  return matchesLabels(selector, labels ?? { 'kubernetes.io/metadata.name': request.namespace });
}

function matchesLabels(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>> = {}): boolean {
  return selector === undefined || selector === null || selectorMatches(selector, labels);
}

function ruleMatches(rule: any, request: ApplyRequest, isEquivalent: boolean): boolean {
  const { resourceNames = [] } = rule;
  return (
    ruleCovers(rule, request, isEquivalent) &&
    (resourceNames.length === 0 || resourceNames.includes(request.object.metadata?.name ?? ''))
  );
}

/** Whether a rule is about the kind of a request and what it does. */
function ruleCovers(rule: any, request: ApplyRequest, isEquivalent: boolean): boolean {
  const { object, resource, namespace } = request;
  const { apiGroups = [], apiVersions = [], operations = [], resources = [], scope = '*' } = rule;
  const group = groupOf(object.apiVersion);
  const version = group === '' ? object.apiVersion : object.apiVersion.slice(group.length + 1);
  const has = (list: readonly string[], value: string) => list.includes('*') || list.includes(value);
  const isInScope = scope === '*' || scope === (namespace === undefined ? 'Cluster' : 'Namespaced');
  return (
    isInScope &&
    has(operations, operationOf(request)) &&
    has(apiGroups, group) &&
    versionMatches(apiVersions, version, isEquivalent) &&
    (has(resources, resource) || resources.includes('*/*') || resources.includes(`${resource}/*`))
  );
}
