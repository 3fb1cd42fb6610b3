import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceOf } from '../input/placed';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const API = 'argoproj.io/v1alpha1';
const PROJECT = 'argoproj.io/AppProject';
const IN_CLUSTER = 'https://kubernetes.default.svc';
const project = (namespace: string) => ({
  apiVersion: API,
  kind: 'AppProject',
  metadata: { name: 'shop', namespace: 'argocd' },
  spec: { sourceRepos: ['https://git.example.com/*'], destinations: [{ server: IN_CLUSTER, namespace }] },
});
const application = {
  apiVersion: API,
  kind: 'Application',
  metadata: { name: 'cart', namespace: 'argocd' },
  spec: {
    project: 'shop',
    source: { repoURL: 'https://git.example.com/cart.git', path: 'deploy' },
    destination: { server: IN_CLUSTER, namespace: 'shop' },
  },
};

/** Destinations and repositories of Applications that their project does not permit. */
export const applicationPermitted: ReferenceRule = {
  id: 'application-not-permitted',
  message: 'AppProject "shop" does not permit namespace "shop"; it permits "shop-*"',
  why: 'Argo CD does not sync an Application whose cluster, namespace or repository no entry of its project permits, or one with "!" denies, nor one outside of its own namespace that sourceNamespaces does not permit.',
  hint: 'add it to destinations, sourceRepos or sourceNamespaces of the project, or correct the Application',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#managing-projects',
  refused: [project('shop-*'), application],
  accepted: [project('shop*'), application],
  on: ['argoproj.io/Application', 'argoproj.io/ApplicationSet'],
  check: ({ object }, cluster) => {
    const isSet = object.kind === 'ApplicationSet';
    // Which of the generators or patches replaces a field is not known.
    if (isSet && (object.spec?.templatePatch || JSON.stringify(object.spec?.generators ?? '').includes('"template":')))
      return [];
    const spec = (isSet ? object.spec?.template?.spec : object.spec) ?? {};
    const found = projectOf(spec.project || 'default', namespaceOf(object), cluster);
    if (!found?.spec) return [];
    // Another Argo CD may have a project of that name.
    const isOwn = namespaceOf(object) === namespaceOf(found);
    const [prefix, of] = [isSet ? 'spec.template.spec' : 'spec', `AppProject ${JSON.stringify(found.metadata.name)}`];
    const denied = [
      ...(isSet ? [] : deniedNamespace(object, found)),
      ...deniedDestination(spec.destination, found),
      ...deniedSources(spec, found.spec),
    ];
    return denied.map(
      ({ field, message, hint, isCertain }): Dangling => ({
        field: `${prefix}.${field}`,
        message: hint === undefined ? `${of} does not permit ${message}` : message,
        ...(hint !== undefined && { hint }),
        certainty: isOwn && isCertain === true ? 'wrong' : 'likely',
      }),
    );
  },
};

interface Denied {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
  /** Whether nothing that is added to the lists of the project permits it. */
  readonly isCertain?: boolean;
}

/** The project of that name: it is in the namespace of Argo CD, in which Applications need not be. */
function projectOf(name: unknown, namespace: string, cluster: Cluster): any {
  const namespaces = cluster.namespacesWith(PROJECT, String(name));
  const [other, ...others] = namespaces;
  const found = namespaces.includes(namespace) ? namespace : others.length === 0 ? other : undefined;
  return found === undefined || isExtended(name, cluster) ? undefined : cluster.find(PROJECT, found, name);
}

/** Whether a project permits more than it lists: global projects, and clusters and repositories with its name in their Secret. */
function isExtended(name: unknown, cluster: Cluster): boolean {
  const extended = extendedProjects.in(cluster, undefined);
  return extended === 'all' || extended.has(name);
}

/** Names of such projects; every Application asks. */
const extendedProjects = new FoundOnce((_: undefined, cluster): ReadonlySet<unknown> | 'all' => {
  const secrets = cluster.all('/Secret').map(({ object }) => object);
  const isOpen =
    cluster.all('/ConfigMap').some(({ object }) => object.data?.globalProjects !== undefined) ||
    secrets.some(({ data }) => data?.project !== undefined);
  return isOpen ? 'all' : new Set(secrets.map(({ stringData }) => stringData?.project));
});

/** Namespaces in which Argo CD is installed as a rule. */
const ARGO_CD = /^(?:argo-?cd|openshift-gitops)$/;

/** As AppProject.IsAppNamespacePermitted: projects are in the namespace of Argo CD, whose Applications are always permitted. */
function deniedNamespace({ metadata }: any, project: any): Denied[] {
  const [own, its] = [metadata?.namespace, project.metadata?.namespace];
  const permitted = customList(project.spec.sourceNamespaces);
  // `/…/` is a regular expression.
  const isPermitted = permitted.some((one) => /^\/.*\/$/.test(String(one)) || matches(String(one), own, ''));
  if (![own, its].every((one) => typeof one === 'string' && isWritten(one)) || own === its || isPermitted) return [];
  // Argo CD is where the Application is: another namespace with a project of it is a mistake.
  if (ARGO_CD.test(own) && !ARGO_CD.test(its)) {
    const name = JSON.stringify(project.metadata?.name);
    return [
      {
        field: 'project',
        message: `no AppProject ${name} in namespace ${own}; it is in namespace ${its}`,
        hint: `Argo CD reads projects from its own namespace only: set namespace: ${own} of the project`,
      },
    ];
  }
  const message = `Applications in namespace ${JSON.stringify(own)}, as it is in ${JSON.stringify(its)}; sourceNamespaces permits ${shown(permitted)}`;
  return [{ field: 'project', message }];
}

/** As AppProject.isDestinationMatched; the name of a cluster that is given by its server, and the reverse, may be any. */
function deniedDestination(destination: any, { metadata, spec }: any): Denied[] {
  const { server: address, name, namespace = '' } = destination ?? {};
  // What a list that is not written permits may be added elsewhere.
  if (!Array.isArray(spec.destinations) || ![address ?? name, namespace].every(isWritten)) return [];
  const server = typeof address === 'string' ? address.replace(/\/+$/, '') : undefined;
  const entries = customList(spec.destinations).map((entry) => {
    const part = (pattern: unknown, value: unknown, trim = false) => {
      const text = typeof pattern === 'string' ? (trim ? pattern.replace(/\/+$/, '') : pattern) : '';
      return { isDenial: text.startsWith('!'), isMatch: value === undefined ? text !== '' : matches(text, value, '') };
    };
    const [byServer, byName] = [part(entry?.server, server, true), part(entry?.name, name || undefined)];
    return {
      byServer,
      byName,
      isCluster: byServer.isMatch || byName.isMatch,
      within: part(entry?.namespace, namespace),
    };
  });
  const isDenied = entries.some(
    ({ byServer, byName, isCluster, within }) =>
      !(isCluster && within.isMatch) &&
      ((!byName.isMatch && byName.isDenial) ||
        (!byServer.isMatch && byServer.isDenial && within.isMatch) ||
        (!within.isMatch && within.isDenial && byServer.isMatch && server !== undefined)),
  );
  if (!isDenied && entries.some(({ isCluster, within }) => isCluster && within.isMatch)) return [];
  const key = server === undefined ? 'name' : 'server';
  // A denial stays one. Global projects, which select by labels, add entries, and so do clusters of the project, which it need not list.
  const isListed = entries.some(({ byServer, byName }) => (server === undefined ? byName : byServer).isMatch);
  const isCertain = isDenied || (isListed && Object.keys(metadata?.labels ?? {}).length === 0);
  const ofCluster = customList(spec.destinations).filter((_, index) => entries[index]!.isCluster);
  return ofCluster.length > 0
    ? [
        {
          field: namespace === '' ? 'destination' : 'destination.namespace',
          message: `namespace ${JSON.stringify(namespace)}; it permits ${shown(ofCluster.map((one) => one?.namespace))}`,
          isCertain,
        },
      ]
    : [
        {
          field: `destination.${key}`,
          message: `${key} ${JSON.stringify(destination[key])}; it permits ${shown(customList(spec.destinations).map((one) => one?.[key] ?? one?.name ?? one?.server))}`,
          isCertain,
        },
      ];
}

/** As AppProject.IsSourcePermitted. */
function deniedSources({ source, sources, sourceHydrator }: any, spec: any): Denied[] {
  if (sourceHydrator !== undefined || !Array.isArray(spec.sourceRepos)) return [];
  const several = customList(sources);
  const all =
    several.length > 0
      ? several.map((one, index) => ({ url: one?.repoURL, field: `sources[${index}].repoURL` }))
      : [{ url: source?.repoURL, field: 'source.repoURL' }];
  const patterns = customList(spec.sourceRepos).filter((one) => typeof one === 'string');
  return all.flatMap(({ url, field }): Denied[] => {
    const repository = isWritten(url) ? normalized(url) : undefined;
    const entries = patterns.map((one) => ({
      isDenial: one.startsWith('!'),
      pattern: normalized(one.replace(/^!/, '')),
    }));
    if (repository === undefined || entries.some(({ pattern }) => pattern === undefined)) return [];
    const results = entries.map(({ isDenial, pattern }) => ({
      isDenial,
      isMatch: matches(`${isDenial ? '!' : ''}${pattern}`, repository, '/'),
    }));
    const isDenied = results.some((one) => one.isDenial && !one.isMatch);
    if (!isDenied && results.some(({ isMatch }) => isMatch)) return [];
    const message = `repository ${JSON.stringify(url)}; it permits ${shown(patterns)}`;
    return [{ field, message, isCertain: isDenied }];
  });
}

/** Whether a value is given and no template fills it in later. */
const isWritten = (value: unknown): value is string => typeof value === 'string' && !/\{\{|\$\{|\$\(/.test(value);

const shown = (patterns: readonly unknown[]): string =>
  [...new Set(patterns)].map((one) => JSON.stringify(one ?? '')).join(', ') || 'none';

/** As NormalizeGitURL; undefined for one that Go does not parse. */
function normalized(url: string): string | undefined {
  const text = url.trim().toLowerCase();
  const isSsh = /^(?:ssh:\/\/)?[^/:]*?@[^@]+$/.test(text);
  const path = (isSsh && !text.startsWith('ssh://') ? text.replace(':', '/') : text).replace(/\.git$/, '');
  const isParsed = isSsh || /^[a-z][a-z0-9+.-]*:|^[^:]*(?:\/|$)/.test(path);
  return isParsed && !/[\s"<>^`{|}%\\]/.test(path) ? path.replace(/^ssh:\/\//, '') : undefined;
}

/** As a glob of gobwas/glob: `*` stops at the separator, `**` does not. One with sets or alternatives matches all, as they are rare. */
function matches(pattern: string, value: unknown, separator: string): boolean {
  if (/[[{\\]/.test(pattern)) return true;
  if (pattern.startsWith('!')) return !matches(pattern.slice(1), value, separator);
  if (pattern === '*') return true;
  const any = separator === '' ? '.' : `[^${separator}]`;
  const source = pattern.replaceAll(/\*{2,}|[*?]|[^\w*?]/gu, (part) =>
    part.startsWith('**')
      ? '.*'
      : part === '*'
        ? `${any}*`
        : part === '?'
          ? any
          : `\\u{${part.codePointAt(0)!.toString(16)}}`,
  );
  return new RegExp(`^${source}$`, 'su').test(String(value));
}
