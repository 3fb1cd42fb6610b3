import { groupOf, pluralOf } from '../../facts';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Placed } from '../input/placed';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { rulesOf } from './roles';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}) => ({
  ...{ apiVersion, kind, metadata: { name, namespace: 'shop' } },
  ...fields,
});
const role = (name: string) =>
  object('rbac.authorization.k8s.io/v1', 'Role', 'reader', {
    rules: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: [name], verbs: ['get'] }],
  });
const settings = object('v1', 'ConfigMap', 'settings', { data: { mode: 'on' } });

/** Permissions for an object that does not exist, in a namespace of the input with others of its kind. */
export const roleName: ReferenceRule = {
  id: 'role-object-unknown',
  severity: 'warning',
  message: 'no ConfigMap "setings" in namespace shop; found "settings"',
  why: 'A rule with resourceNames covers objects of these names only. Requests for the object that is meant are refused.',
  hint: 'use the name of the object, or allow to create it where a program does so',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources',
  refused: [settings, role('setings')],
  accepted: [settings, role('settings')],
  on: 'rbac.authorization.k8s.io/Role',
  check: ({ object: subject }, cluster) => {
    const namespace = namespaceOf(subject);
    if (!cluster.owns(namespace)) return [];
    return rulesOf(subject).flatMap(({ rule, field }, _, rules): Dangling[] => {
      const { resourceNames = [], resources = [], verbs = [] } = rule;
      // Of several resources the name may be of any; that of a proxy has a scheme and a port.
      const [resource] = resources.length === 1 && !verbs.includes('proxy') ? resources : [];
      const kind = resource && kindOf(resource, rule.apiGroups ?? [], namespace, cluster);
      if (kind === undefined || rules.some((other) => isCreated(other.rule, resource))) return [];
      const isRead = verbs.every((verb: string) => READING.has(verb));
      return resourceNames.flatMap((name: unknown, index: number): Dangling[] => {
        if (typeof name !== 'string' || ELECTION.test(name) || cluster.find(kind, namespace, name) !== undefined)
          return [];
        const missing = missingObject({ field: `${field}.resourceNames[${index}]`, kind, name, namespace }, cluster);
        if (missing === undefined) return [];
        // Programs write the others, and Secrets are seldom part of the manifests.
        const isManifest = kind === '/Secret' ? false : kind === '/ConfigMap' ? isRead : true;
        return isManifest || missing.hint !== undefined ? [missing] : [];
      });
    });
  },
};

const READING: ReadonlySet<string> = new Set(['get', 'list', 'watch']);

/** Programs create the objects with which they elect a leader. */
const ELECTION = /lease|leader|lock|election/i;

/** Kinds whose objects controllers create, under names of their own. */
const CREATED: ReadonlySet<string> = new Set([
  '/Pod',
  '/Event',
  '/Endpoints',
  'discovery.k8s.io/EndpointSlice',
  'apps/ReplicaSet',
  'batch/Job',
  'coordination.k8s.io/Lease',
]);

/** The kind of a resource that the input has objects of in a namespace. */
function kindOf(resource: string, groups: readonly string[], namespace: string, cluster: Cluster): string | undefined {
  const found = cluster.inNamespace.get(namespace).find(({ object: { apiVersion, kind } }: Placed) => {
    return groups.includes(groupOf(String(apiVersion))) && pluralOf(String(kind).toLowerCase()) === resource;
  });
  if (found === undefined) return undefined;
  const key = `${groupOf(String(found.object.apiVersion))}/${found.object.kind}`;
  return CREATED.has(key) ? undefined : key;
}

/** Whether a rule allows to create objects of a resource. */
function isCreated({ resources = [], verbs = [] }: any, resource: string): boolean {
  const isAmong = (list: readonly string[], one: string) => list.includes(one) || list.includes('*');
  return isAmong(verbs, 'create') && isAmong(resources, resource);
}
