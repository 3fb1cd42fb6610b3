import { isDeepStrictEqual } from 'node:util';
import { namespaceOf } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { deployment, ingress, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const route = (name: string, host: string) => ({
  ...ingress('shop'),
  metadata: { name },
  spec: {
    rules: [
      {
        host,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: 80 } } } }] },
      },
    ],
  },
});
const objects = [deployment(), service(), service({}, 'blog')];

/** Two rules of one controller for the same requests. */
export const ingressPathTwice: ReferenceRule = {
  id: 'ingress-path-twice',
  isConflict: true,
  severity: 'warning',
  message: '"shop.example.com/" is already routed by Ingress "blog"',
  why: 'A request goes to one backend. When two rules have the same host and path, the controller chooses one of them, most often that of the older object, and the other one gets no requests.',
  hint: 'use another host or path, or remove one of the rules',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches',
  refused: [...objects, route('blog', 'shop.example.com'), route('shop', 'shop.example.com')],
  accepted: [...objects, route('blog', 'blog.example.com'), route('shop', 'shop.example.com')],
  on: 'networking.k8s.io/Ingress',
  check: (subject, cluster) => {
    if (sharesPaths(subject.object)) return [];
    const routes = routesOf.in(cluster, undefined);
    return pathsOf(subject.object).flatMap((path, index): Dangling[] => {
      const other = routes
        .get(routeKey(subject.object, path))
        ?.find(
          (one) =>
            (one.document < subject.document || (one.document === subject.document && one.index < index)) &&
            !isDeepStrictEqual(one.backend, path.backend),
        );
      if (other === undefined) return [];
      const namespace = namespaceOf(other.object);
      const where = namespace === namespaceOf(subject.object) ? '' : ` in namespace ${namespace || 'default'}`;
      const by =
        other.document === subject.document
          ? `${other.field}`
          : `Ingress ${JSON.stringify(other.object.metadata?.name)}${where}`;
      return [
        { field: path.field, message: `${JSON.stringify(path.shown)} is already routed by ${by}`, certainty: 'likely' },
      ];
    });
  },
};

interface PlacedPath extends RoutedPath {
  readonly object: any;
  readonly document: number;
}

/** All paths, by what makes two of them the same; indexed once, as each Ingress is compared with all others. */
const routesOf = new FoundOnce((_: undefined, cluster): ReadonlyMap<string, readonly PlacedPath[]> => {
  const routes = new Map<string, PlacedPath[]>();
  for (const { object, document } of cluster.all('networking.k8s.io/Ingress')) {
    if (sharesPaths(object)) continue;
    for (const path of pathsOf(object)) {
      const key = routeKey(object, path);
      const same = routes.get(key);
      if (same === undefined) routes.set(key, [{ ...path, object, document }]);
      else same.push({ ...path, object, document });
    }
  }
  return routes;
});

/** Each class has a controller of its own. */
function routeKey(ingress: any, { key }: RoutedPath): string {
  return `${classOf(ingress)} ${key}`;
}

interface RoutedPath {
  /** Tells paths apart that controllers treat differently. */
  readonly key: string;
  readonly shown: string;
  readonly field: string;
  readonly index: number;
  readonly backend: unknown;
}

function pathsOf(object: any): RoutedPath[] {
  const rules: any[] = object.spec?.rules ?? [];
  const paths = rules.flatMap((rule, r) =>
    (rule?.http?.paths ?? []).map((one: any, p: number) => {
      const { path = '/', pathType = '', backend } = one ?? {};
      return {
        key: JSON.stringify([rule.host ?? '', pathType, path === '/' ? path : path.replace(/\/$/, '')]),
        shown: `${rule.host ?? ''}${path}`,
        field: `spec.rules[${r}].http.paths[${p}]`,
        // The same name in another namespace is another Service.
        backend: { ...backend, namespace: namespaceOf(object) },
      };
    }),
  );
  return paths.map((path, index) => ({ ...path, index }));
}

function classOf(object: any): string {
  return object.spec?.ingressClassName ?? object.metadata?.annotations?.['kubernetes.io/ingress.class'] ?? '';
}

/** Canary releases and parts of one Ingress repeat paths on purpose, which controllers know by annotations. */
function sharesPaths(object: any): boolean {
  return Object.keys(object.metadata?.annotations ?? {}).some((key) => /canary|mergeable|group\.name/.test(key));
}
