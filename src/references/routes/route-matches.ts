import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../../manifest';
import { customList, namespaceNamed, namespaceOf } from '../input/placed';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const GROUP = 'gateway.networking.k8s.io';
const route = (name: string, path: string) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'HTTPRoute',
  metadata: { name },
  spec: {
    parentRefs: [{ name: 'web' }],
    hostnames: ['shop.example.com'],
    rules: [{ matches: [{ path: { type: 'PathPrefix', value: path } }], backendRefs: [{ name, port: 80 }] }],
  },
});
const objects = [
  {
    apiVersion: `${GROUP}/v1`,
    kind: 'Gateway',
    metadata: { name: 'web' },
    spec: { gatewayClassName: 'nginx', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  },
  deployment(),
  service(),
  service({}, 'blog'),
];

/** Two HTTPRoutes of one Gateway for the same requests. */
export const routeMatchTwice: ReferenceRule = {
  id: 'route-match-twice',
  isConflict: true,
  severity: 'warning',
  message: '"shop.example.com/" is already routed by HTTPRoute "blog"',
  why: 'When several HTTPRoutes of a Gateway have the same hostname and match, all requests go to the one that was created first, or whose name comes first; the other gets none. Backends that share requests are listed in one rule, with weights.',
  hint: 'use another hostname or path, or list both backends in one rule with weights',
  source: 'https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule',
  refused: [...objects, route('blog', '/'), route('shop', '/')],
  accepted: [...objects, route('blog', '/blog'), route('shop', '/')],
  on: `${GROUP}/HTTPRoute`,
  check: ({ object, document }, cluster) => {
    const earlier = cluster
      .all(`${GROUP}/HTTPRoute`)
      .filter((one) => one.document < document)
      .flatMap((one) => matchesOf(one.object).map((match) => ({ ...match, object: one.object })));
    return matchesOf(object).flatMap((match): Dangling[] => {
      const other = earlier.find(
        ({ key, backends }) => key === match.key && !isDeepStrictEqual(backends, match.backends),
      );
      if (other === undefined) return [];
      const namespace = namespaceOf(other.object);
      const where = namespace === namespaceOf(object) ? '' : ` in namespace ${namespace || 'default'}`;
      const by = `HTTPRoute ${JSON.stringify(other.object.metadata?.name)}${where}`;
      return [
        {
          field: match.field,
          message: `${JSON.stringify(match.shown)} is already routed by ${by}`,
          certainty: 'likely',
        },
      ];
    });
  },
};

interface RouteMatch {
  /** Gateway, listener, hostname and everything that a request must have. */
  readonly key: string;
  readonly shown: string;
  readonly field: string;
  readonly backends: readonly unknown[];
}

const ANY_PATH = { path: { type: 'PathPrefix', value: '/' } };

function matchesOf(object: any): RouteMatch[] {
  const own = namespaceOf(object);
  const spec = object.spec ?? {};
  const hostnames = customList(spec.hostnames).length === 0 ? ['*'] : customList(spec.hostnames);
  const parents = customList(spec.parentRefs).map((parent) => [
    namespaceNamed(parent?.namespace ?? own),
    parent?.name,
    parent?.sectionName ?? '',
    parent?.port ?? 0,
  ]);
  const rules = customList(spec.rules).flatMap((rule, r) => {
    const given = customList(rule?.matches).filter((match) => typeof match === 'object' && match !== null);
    const backends = customList(rule?.backendRefs).map((one) => ({ namespace: own, ...one }));
    return (given.length === 0 ? [ANY_PATH] : given).map((match: any, m) => ({
      match: { ...ANY_PATH, ...match },
      field: given.length === 0 ? `spec.rules[${r}]` : `spec.rules[${r}].matches[${m}]`,
      backends,
    }));
  });
  // A rule without backends redirects, or is not finished.
  const routing = rules.filter(({ backends }) => backends.length > 0);
  return routing.flatMap(({ match, field, backends }) =>
    parents.flatMap((parent) =>
      hostnames.map((hostname) => ({
        key: canonicalJson([parent, hostname, match]),
        shown: `${hostname === '*' ? '' : hostname}${match.path?.value ?? '/'}`,
        field,
        backends,
      })),
    ),
  );
}
