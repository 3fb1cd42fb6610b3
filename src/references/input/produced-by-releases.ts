import { literalPattern as escaped, ownField } from '../../values';
import { type Produced, pods, stemPattern } from './produced-objects';
import { lastPart, type Release, releasesOf, text } from './releases';

/**
 * Names that charts give whatever their release is called.
 *
 * @see https://docs.cilium.io/en/stable/observability/hubble/setup/
 * @see https://rook.io/docs/rook/latest/Storage-Configuration/Advanced/ceph-configuration/
 */
const FIXED: Readonly<Record<string, RegExp>> = {
  'argo-cd': /^argocd-/,
  cilium: /^(?:cilium|clustermesh|hubble)-/,
  'cloudnative-pg': /^cnpg-/,
  'external-secrets': /^bitwarden-sdk-server$/,
  jupyterhub: /^(?:hub|proxy-api|proxy-public)$/,
  'kube-prometheus-stack': /^(?:alertmanager|prometheus|thanos-ruler)-operated$/,
  'plugin-barman-cloud': /^barman-cloud$/,
  'rook-ceph-cluster': /^rook-(?:ceph|csi)-/,
};

/** Charts that give their objects and pods another name. */
const CALLED: Readonly<Record<string, string>> = {
  'gha-runner-scale-set-controller': 'gha-rs',
  'rook-ceph': 'ceph',
  'rook-ceph-cluster': 'ceph',
};

/** What the chart of an OCIRepository gives its own name to; a HelmRelease beside it refers to the repository by another one. */
export function producedByChart({ spec }: any): Produced[] {
  const chart = lastPart(text(spec?.url));
  return chart === undefined ? [] : [{ kind: '*', name: stemPattern(chart) }, pods({ '': chart })];
}

/** Undefined for an object that installs no chart. Charts may have objects of any kind. */
export function producedByReleases(object: any): Produced[] | undefined {
  const releases = releasesOf(object);
  return releases.length === 0 ? undefined : releases.flatMap(producedByRelease);
}

function producedByRelease({ name, chart, namespace, values, hasMoreValues }: Release): Produced[] {
  const at = { ...(namespace !== undefined && { namespace }) };
  const given = namesIn(values);
  const called = chart === undefined ? [] : [chart, ownField(CALLED, chart) ?? chart];
  const stems = [...new Set([name, ...called, ...given.stems])];
  const fixed = chart === undefined ? undefined : ownField(FIXED, chart);
  const names = [...stems.map(stemPattern), ...(fixed === undefined ? [] : [fixed]), ...given.classes];
  return [
    ...names.map((one): Produced => ({ kind: '*', name: one, ...at })),
    ...(hasMoreValues === true ? [/^/] : given.accounts).map(
      (one): Produced => ({ kind: 'ServiceAccount', name: one, ...at }),
    ),
    ...stems.map((one): Produced => ({ ...pods({ '': one }), ...at })),
  ];
}

interface GivenNames {
  readonly stems: string[];
  readonly accounts: string[];
  readonly classes: RegExp[];
}

/** Names in values that charts by convention give to what they create, not those of what they refer to. */
function namesIn(values: unknown): GivenNames {
  const given: GivenNames = { stems: [], accounts: [], classes: [] };
  visit(values, '');
  return given;

  function visit(value: any, key: string): void {
    if (typeof value === 'string') {
      if (/^(?:fullname|name)Override$/.test(key) && value !== '') given.stems.push(value);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, key);
      return;
    }
    if (typeof value.name === 'string') {
      if (key === 'serviceAccount' && value.create !== false) given.accounts.push(value.name);
      if (/class(?:es)?$|^ceph(?:BlockPool|FileSystem|ObjectStore)s$/i.test(key))
        given.classes.push(new RegExp(`^${escaped(value.name)}$`));
    }
    for (const [inner, one] of Object.entries(value)) visit(one, inner);
  }
}
