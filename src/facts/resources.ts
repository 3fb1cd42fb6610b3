import { KUBERNETES_RESOURCES } from './generated/resources';
import { pluralOf } from './resource-names';

/**
 * Names that rules of roles have and discovery does not: what the authorizer of the kubelet asks for, and names for verbs such as
 * impersonate and sign.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
 * @see https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/
 */
const VIRTUAL_RESOURCES: Readonly<Record<string, readonly string[]>> = {
  '': [
    'groups',
    'users',
    ...['checkpoint', 'configz', 'healthz', 'log', 'metrics', 'pods', 'spec', 'stats'].map((name) => `nodes/${name}`),
  ],
  'authentication.k8s.io': ['uids', 'userextras', 'userextras/scopes'],
  'certificates.k8s.io': ['signers'],
  // Removed in 1.25, and in roles that serve older clusters too.
  policy: ['podsecuritypolicies'],
};

/** Resources and subresources of a built-in API group; undefined for other groups. */
export function resourcesOf(group: string): readonly string[] | undefined {
  if (!Object.hasOwn(KUBERNETES_RESOURCES, group)) return undefined;
  return [...KUBERNETES_RESOURCES[group]!, ...(VIRTUAL_RESOURCES[group] ?? [])];
}

/** Whether nothing can serve a kind: a group of Kubernetes lacks it, and definitions need a group with a dot. Kinds begin with a capital. */
export function isNoKind(group: string, kind: string): boolean {
  const resources = group.includes('.') ? undefined : resourcesOf(group);
  return resources !== undefined && (/^[a-z]/.test(kind) || !resources.includes(pluralOf(kind.toLowerCase())));
}

/** Resources and subresources of all built-in API groups. */
export function allResources(): readonly string[] {
  return Object.values(KUBERNETES_RESOURCES).flat();
}

/** The built-in API groups that have a resource. */
export function groupsWith(resource: string): readonly string[] {
  return Object.keys(KUBERNETES_RESOURCES).filter((group) => resourcesOf(group)!.includes(resource));
}

/**
 * Verbs of authorization: of requests, and those that single controllers ask for.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authorization/#request-verb-resource
 */
export const AUTHORIZATION_VERBS: readonly string[] = [
  ...['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['approve', 'attest', 'bind', 'escalate', 'impersonate', 'sign', 'use', 'proxy'],
  // Of nonResourceURLs.
  ...['head', 'options', 'post', 'put'],
];
