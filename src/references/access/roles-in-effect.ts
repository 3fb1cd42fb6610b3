import { groupsWith, isKind, resourcesOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { Cluster } from '../input/cluster';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { ROLES, rulesOf } from './roles';

const API = 'rbac.authorization.k8s.io/v1';
const ROLE_BINDING = 'rbac.authorization.k8s.io/RoleBinding';
const RBAC = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/';
const role = (rule: object, kind = 'Role') => ({
  apiVersion: API,
  kind,
  metadata: { name: 'shop' },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'], ...rule }],
});

/** Resources without a namespace, of which a Role grants nothing. A Namespace is in itself, and PodSecurityPolicies were used by name. */
const CLUSTER_RESOURCES: ReadonlySet<string> = new Set([
  ...['nodes', 'persistentvolumes', 'componentstatuses', 'apiservices', 'customresourcedefinitions'],
  ...['clusterroles', 'clusterrolebindings', 'storageclasses', 'csidrivers', 'csinodes', 'volumeattachments'],
  ...['volumeattributesclasses', 'ingressclasses', 'ipaddresses', 'servicecidrs', 'priorityclasses', 'runtimeclasses'],
  ...['mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'certificatesigningrequests'],
  ...['validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'mutatingadmissionpolicies'],
  ...['mutatingadmissionpolicybindings', 'flowschemas', 'prioritylevelconfigurations', 'tokenreviews'],
  ...['subjectaccessreviews', 'selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'deviceclasses', 'resourceslices'],
]);

/** Requests that name no object, so that a rule with resourceNames never covers them. */
const NAMELESS_VERBS: ReadonlySet<string> = new Set(['create', 'deletecollection']);

export const roleWithoutEffect: ReferenceRule = {
  id: 'role-without-effect',
  isConflict: true,
  severity: 'warning',
  message: 'nodes have no namespace, and a Role grants permissions in one namespace',
  why: 'The server accepts such a rule, and it never matches a request: a Role is for objects in its namespace, and a request to create an object does not have its name yet.',
  hint: 'use a ClusterRole with a ClusterRoleBinding for objects of the cluster, and a rule without resourceNames for create',
  source: `${RBAC}#referring-to-resources`,
  refused: [role({ resources: ['nodes'] })],
  accepted: [role({ resources: ['nodes'] }, 'ClusterRole')],
  on: [ROLE_BINDING, ...ROLES],
  check: ({ object }, cluster) => [
    ...ofBinding(object, cluster),
    ...(object.aggregationRule !== undefined && object.aggregationRule !== null && rulesOf(object).length > 0
      ? [
          {
            field: 'rules',
            message: 'the rules are replaced by those of the aggregated roles',
            certainty: 'likely' as const,
          },
        ]
      : []),
    ...rulesOf(object).flatMap(({ rule, field }, _, rules): Dangling[] => {
      const { resources = [], apiGroups = [], verbs = [], resourceNames = [] } = rule;
      const isBuiltIn = apiGroups.some((group: string) => group !== '*' && resourcesOf(group) !== undefined);
      const ofCluster = (resources as string[]).flatMap((resource, index): Dangling[] => {
        const [base = ''] = String(resource).split('/');
        if (object.kind !== 'Role' || !isBuiltIn || !CLUSTER_RESOURCES.has(base)) return [];
        const message = `${base} have no namespace, and a Role grants permissions in one namespace`;
        const hint = 'use a ClusterRole with a ClusterRoleBinding';
        return [{ field: `${field}.resources[${index}]`, message, hint, certainty: 'likely' }];
      });
      const isOfOneName = resourceNames.length > 0 && !resources.some((one: string) => String(one).includes('/'));
      const nameless = (verbs as string[]).filter((verb) => NAMELESS_VERBS.has(verb));
      if (!isOfOneName || nameless.length === 0) return ofCluster;
      // Beside other verbs it is a habit, where the objects are in the input or another rule allows to create them.
      const isNeeded = nameless.includes('create') && !isCreated(object, rule, cluster);
      const isElsewhere = rules.some((other) => allowsCreate(other.rule, rule));
      if (nameless.length < verbs.length && (!isNeeded || isElsewhere)) return ofCluster;
      const message = `a request to ${nameless[0]} names no object, so the rule never allows it`;
      const hint = `allow ${nameless[0]} in a rule without resourceNames`;
      return [...ofCluster, { field: `${field}.resourceNames`, message, hint, certainty: 'likely' }];
    }),
  ],
};

/** A RoleBinding of a ClusterRole of the input all of whose resources have no namespace. */
function ofBinding(binding: any, cluster: Cluster): Dangling[] {
  if (!isKind(binding, ROLE_BINDING)) return [];
  const { kind, name } = binding.roleRef ?? {};
  const found = kind === 'ClusterRole' ? cluster.find('rbac.authorization.k8s.io/ClusterRole', null, name) : undefined;
  const resources: string[] = rulesOf(found).flatMap(({ rule }) => rule.resources ?? []);
  const isOfCluster = resources.length > 0 && resources.every((one) => CLUSTER_RESOURCES.has(one.split('/')[0]!));
  if (!isOfCluster || found.aggregationRule !== undefined) return [];
  const message = `all resources of ClusterRole ${JSON.stringify(name)} have no namespace, and a RoleBinding grants permissions in one`;
  return [{ field: 'roleRef', message, hint: 'use a ClusterRoleBinding', certainty: 'likely' }];
}

/** Whether the input has the objects of a rule: a kind is named as its resource, but for the end. */
function isCreated({ metadata }: any, { resourceNames, resources = [] }: any, cluster: Cluster): boolean {
  return resourceNames.every((name: string) =>
    cluster
      .kindsNamed(metadata?.namespace ?? null, name)
      .some((kind) => resources.some((one: string) => one.startsWith(kind.toLowerCase().slice(0, -1)))),
  );
}

/** Whether a rule allows to create objects of the resources of another one, of any name. */
function allowsCreate({ apiGroups = [], resources = [], verbs = [], resourceNames = [] }: any, other: any): boolean {
  const isAmong = (list: readonly string[], one: string) => list.includes(one) || list.includes('*');
  return (
    resourceNames.length === 0 &&
    isAmong(verbs, 'create') &&
    (other.resources as string[]).every((one) => isAmong(resources, one)) &&
    ((other.apiGroups ?? []) as string[]).every((one) => isAmong(apiGroups, one))
  );
}

/** What groups were called before, or are called by mistake, with the group that is meant. */
const MEANT_GROUPS: Readonly<Record<string, string>> = { core: '', v1: '' };

export const roleGroup: ReferenceRule = {
  id: 'role-group-unknown',
  severity: 'warning',
  message: '"apps/v1" is not an API group',
  why: 'The server accepts any group in a role. One that no resource is in grants nothing.',
  hint: 'use the group without a version, and "" for the core group',
  source: `${RBAC}#referring-to-resources`,
  refused: [role({ apiGroups: ['apps/v1'], resources: ['deployments'] })],
  accepted: [role({ apiGroups: ['apps'], resources: ['deployments'] })],
  on: ROLES,
  check: ({ object }) =>
    rulesOf(object).flatMap(({ rule, field }, _, rules) => {
      const groups: string[] = rule.apiGroups ?? [];
      const resources: string[] = rule.resources ?? [];
      const ofRole = rules.flatMap((one) => one.rule.apiGroups ?? []);
      return groups.flatMap((group, index): Dangling[] => {
        const meant = meantGroup(group, ofRole, resources);
        if (meant === undefined) return [];
        const message = `${JSON.stringify(group)} is not an API group`;
        const hint = `use ${JSON.stringify(meant)}`;
        return [{ field: `${field}.apiGroups[${index}]`, message, hint, certainty: 'likely' }];
      });
    }),
};

/** The group that is meant by one that does not exist; undefined for one that may exist. */
function meantGroup(group: string, ofRole: readonly string[], resources: readonly string[]): string | undefined {
  if (Object.hasOwn(MEANT_GROUPS, group)) return MEANT_GROUPS[group];
  const slash = group.indexOf('/');
  if (slash >= 0) return group.slice(0, slash);
  const [short = ''] = group.split('.k8s.io');
  const now = resources.flatMap((resource) => groupsWith(resource.split('/')[0]!));
  if (short !== group && resourcesOf(group) === undefined && now.includes(short)) return short;
  // The groups of custom resources have a dot. Roles for older clusters have the old group of a resource beside the new one.
  if (/^$|[.*]/.test(group) || resourcesOf(group) !== undefined) return undefined;
  return now.length > 0 && !now.some((one) => ofRole.includes(one)) ? now[0] : undefined;
}

const aggregated = (label: string) => ({
  apiVersion: API,
  kind: 'ClusterRole',
  metadata: { name: 'all' },
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: label } }] },
  rules: [],
});
const part = { ...role({}, 'ClusterRole'), metadata: { name: 'part', labels: { aggregate: 'all' } } };

export const roleAggregation: ReferenceRule = {
  id: 'role-aggregates-nothing',
  severity: 'warning',
  message: 'no ClusterRole matches the selector',
  why: 'The rules of an aggregated ClusterRole are those of the ClusterRoles that its selectors match. Without any it grants nothing.',
  hint: 'use the labels of the ClusterRoles that are meant',
  source: `${RBAC}#aggregated-clusterroles`,
  refused: [aggregated('al'), part],
  accepted: [aggregated('all'), part],
  on: 'rbac.authorization.k8s.io/ClusterRole',
  check: ({ object }, cluster) => {
    const selectors: any[] = object.aggregationRule?.clusterRoleSelectors ?? [];
    // Others than those that match may be there for what is added later.
    if (selectors.some((selector) => isOfDefaultRoles(selector) || selected(selector, object, cluster))) return [];
    return selectors.map((_, index): Dangling => {
      const isOwned = cluster.all('rbac.authorization.k8s.io/ClusterRole').length > 1;
      const field = `aggregationRule.clusterRoleSelectors[${index}]`;
      return { field, message: 'no ClusterRole matches the selector', certainty: isOwned ? 'likely' : 'external' };
    });
  },
};

/** Every cluster has roles with the labels for admin, edit and view. */
function isOfDefaultRoles({ matchLabels = {} }: any): boolean {
  return Object.keys(matchLabels).some((key) => key.startsWith('rbac.authorization.k8s.io/'));
}

function selected(selector: any, own: any, cluster: Cluster): boolean {
  return cluster
    .all('rbac.authorization.k8s.io/ClusterRole')
    .some(({ object }) => object !== own && selectorMatches(selector, object.metadata?.labels ?? {}));
}
