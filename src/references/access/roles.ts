import { AUTHORIZATION_VERBS, groupsWith, isKind, resourcesOf } from '../../facts';
import { didYouMean, ownField, suggest } from '../../values';
import type { Cluster } from '../input/cluster';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

/** Kinds with rules. */
export const ROLES = ['Role', 'ClusterRole'].map((kind) => `rbac.authorization.k8s.io/${kind}`);
const role = (rule: object) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name: 'shop' },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], ...rule }],
});
const RBAC = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources';

/** A role with a resource that no group of its rule has grants nothing for it. */
export const roleResource: ReferenceRule = {
  id: 'role-resource-unknown',
  message: 'no API group of the rule has the resource "deployments"',
  why: 'The server accepts any name in a role. A resource that does not exist, or is in another API group, is never asked for: the permission is missing.',
  hint: 'use the plural of the resource, and the API group that has it',
  source: RBAC,
  refused: [role({ resources: ['deployments'] })],
  accepted: [role({ resources: ['deployments'], apiGroups: ['apps'] })],
  on: ROLES,
  check: ({ object }, cluster) =>
    rulesOf(object).flatMap(({ rule, field }, _, rules) =>
      unknownResources(
        rule,
        field,
        cluster,
        rules.map((one) => one.rule),
      ),
    ),
};

/** Resources that no group of a rule has, and that may be right in another rule beside it. */
export function unknownResources(rule: any, field: string, cluster: Cluster, rules: readonly any[]): Dangling[] {
  const groups: string[] = rule?.apiGroups ?? [];
  const known = groups.map((group) => {
    const [builtIn, defined] = [resourcesOf(group), definedIn(group, cluster)];
    return builtIn === undefined ? defined : [...builtIn, ...(defined ?? [])];
  });
  // A group that is not built in may have any resource.
  if (groups.length === 0 || known.includes(undefined)) return [];
  const all = known.flatMap((names) => names ?? []);
  return (rule.resources ?? []).flatMap((resource: unknown, index: number): Dangling[] => {
    if (typeof resource !== 'string' || isKnown(resource, all)) return [];
    const hint = hintOf(resource, all);
    // The input need not define every resource of its group, so that only the singular of one is a mistake.
    if (pluralHint(resource, all) === undefined && groups.some((group) => resourcesOf(group) === undefined)) return [];
    // Some are only names for permissions, of the kubelet and of distributions.
    if (hint === undefined && isOfExtension(resource, all)) return [];
    const message = `no API group of the rule has the resource ${JSON.stringify(resource)}`;
    const isCertain =
      groups.length === 1 &&
      hint !== undefined &&
      isClosed(groups[0]!, resource, all) &&
      !rules.some((other) => other !== rule && isGranted(resource, groups[0]!, other));
    const certainty = isCertain ? 'wrong' : 'likely';
    return [{ field: `${field}.resources[${index}]`, message, ...(hint && { hint }), certainty }];
  });
}

/**
 * Whether nothing can add the resource to the group. Definitions need a group with a dot, and an APIService of the core group is for v1,
 * which the server has itself. Groups of Kubernetes can get resources in further versions, but none is the singular of another one.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/staging/src/k8s.io/kube-aggregator/pkg/apis/apiregistration/validation/validation.go
 */
function isClosed(group: string, resource: string, known: readonly string[]): boolean {
  const [base = '', subresource] = resource.split('/');
  if (resourcesOf(group) === undefined) return false;
  if (!known.includes(base))
    return pluralHint(base, known) !== undefined || (group === '' && groupsWith(resource).length > 0);
  // The kubelet asks for names of its own.
  return group === '' && base !== 'nodes' && subresource !== undefined;
}

/** Whether a rule has the resource where it is, so that another one with it is a leftover. */
function isGranted(resource: string, group: string, { apiGroups = [], resources = [] }: any): boolean {
  const plural = pluralOf(resource.split('/')[0]!, resourcesOf(group) ?? []);
  const has = (inGroups: readonly string[], name: string | undefined) =>
    [...inGroups, '*'].some((one) => apiGroups.includes(one)) && [name, '*'].some((one) => resources.includes(one));
  return has(groupsWith(resource), resource) || has([group], plural);
}

/** The resources of a group that the input defines. */
function definedIn(group: string, cluster: Cluster): readonly string[] | undefined {
  const names = cluster
    .all('apiextensions.k8s.io/CustomResourceDefinition')
    .flatMap(({ object }) => (object.spec?.group === group ? [String(object.spec?.names?.plural)] : []));
  return names.length === 0 ? undefined : names.flatMap((name) => [name, `${name}/status`, `${name}/scale`]);
}

/** What programs and people call the verbs. */
const MEANT_VERBS: Readonly<Record<string, string>> = {
  add: '"create"',
  all: '"*"',
  edit: '"update" and "patch"',
  exec: '"create" on "pods/exec"',
  modify: '"update" and "patch"',
  read: '"get", "list" and "watch"',
  remove: '"delete"',
  view: '"get", "list" and "watch"',
  write: '"create", "update", "patch" and "delete"',
};

/** A verb that no request has. */
export const roleVerb: ReferenceRule = {
  id: 'role-verb-unknown',
  severity: 'warning',
  message: 'no request has the verb "read"',
  why: 'The server accepts any verb in a role. One that no request has grants nothing.',
  hint: 'use get, list, watch, create, update, patch, delete or deletecollection',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#request-verb-resource',
  refused: [role({ verbs: ['read'] })],
  accepted: [role({ verbs: ['get', 'list', 'watch'] })],
  on: ROLES,
  check: ({ object }) =>
    rulesOf(object).flatMap(({ rule, field }) => {
      const groups: string[] = rule.apiGroups ?? [];
      // Extensions have verbs of their own.
      if (groups.some((group) => group !== '*' && resourcesOf(group) === undefined)) return [];
      return (rule.verbs ?? []).flatMap((verb: unknown, index: number): Dangling[] => {
        if (typeof verb !== 'string' || verb === '*' || AUTHORIZATION_VERBS.includes(verb)) return [];
        // `impersonate:user-info` and `associated-node:update` are verbs of newer servers.
        if (verb.includes(':')) return [];
        const meant = ownField(MEANT_VERBS, verb.toLowerCase());
        const hint = meant === undefined ? didYouMean(verb, AUTHORIZATION_VERBS) : `use ${meant}`;
        const message = `no request has the verb ${JSON.stringify(verb)}`;
        return [{ field: `${field}.verbs[${index}]`, message, ...(hint && { hint }), certainty: 'likely' }];
      });
    }),
};

export function rulesOf(object: any): { readonly rule: any; readonly field: string }[] {
  if (!isKind(object, ...ROLES)) return [];
  const rules: any[] = object.rules ?? [];
  return rules.map((rule, index) => ({ rule: rule ?? {}, field: `rules[${index}]` }));
}

function isKnown(resource: string, known: readonly string[]): boolean {
  const [base, subresource] = resource.split('/');
  if (base === '*' || known.includes(resource)) return true;
  // Owner references ask for `finalizers`, which is not a subresource.
  return known.includes(base!) && (subresource === '*' || subresource === 'finalizers');
}

/** Subresources that no API document has, and that something asks for. */
function isOfExtension(resource: string, known: readonly string[]): boolean {
  const [base = '', subresource] = resource.split('/');
  return known.includes(base) && (base === 'nodes' || subresource === 'status' || subresource === 'restricted');
}

function hintOf(resource: string, known: readonly string[]): string | undefined {
  const groups = groupsWith(resource);
  if (groups.length > 0) return `use apiGroups: [${groups.map((group) => JSON.stringify(group)).join(' or ')}]`;
  const [base, subresource] = resource.split('/');
  if (subresource !== undefined && known.includes(base!)) {
    const subresources = known.filter((name) => name.startsWith(`${base}/`));
    const meant = suggest(
      subresource,
      subresources.map((name) => name.split('/')[1]!),
    );
    return meant === undefined ? undefined : `did you mean "${base}/${meant}"?`;
  }
  return didYouMean(resource, known) ?? pluralHint(base!, known);
}

/** `pods` for `pod`, which is not like it for one letter in three. */
function pluralOf(singular: string, known: readonly string[]): string | undefined {
  const lower = singular.toLowerCase();
  const plurals = [lower, `${lower}s`, `${lower}es`, lower.replace(/y$/, 'ies')];
  return known.find((name) => plurals.includes(name));
}

function pluralHint(singular: string, known: readonly string[]): string | undefined {
  const plural = pluralOf(singular, known);
  return plural === undefined ? undefined : `did you mean ${JSON.stringify(plural)}?`;
}
