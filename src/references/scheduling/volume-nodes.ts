import { isKind } from '../../facts';
import { selectorText } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { namespaceNamed, namespaceOf, type Workload } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';
import { claimsOf } from '../storage/claim-nodes';
import { contradictsItself, nodeTermsOf, requirementsOf } from './node-terms';

type Claim = ReturnType<typeof claimsOf>[number];

/** A volume of a pod that some nodes can mount. */
interface PlacedVolume {
  readonly field: string;
  readonly name: string;
  readonly terms: readonly any[];
}

/** More combinations of terms than anyone writes. */
const MOST = 500;

/** A volume of a pod that no node of the pod, or of the volumes before it, can mount. */
export function unreachableVolumes(workload: Workload, cluster: Cluster): Dangling[] {
  if (cluster.all('/PersistentVolume').length === 0) return [];
  const found = claimsOfPods(workload, cluster).map((claims) => unreachable(claims, workload, cluster));
  return found.find(({ length }) => length > 0) ?? [];
}

function unreachable(claims: readonly Claim[], workload: Workload, cluster: Cluster): Dangling[] {
  let combined = nodeTermsOf(workload.pod.spec).filter((term) => !contradictsItself(term));
  if (combined.length === 0) return [];
  const own = combined;
  for (const { field, name, terms } of placedVolumes(claims, namespaceOf(workload.object), cluster)) {
    const before = combined;
    combined = combinationsOf(before, terms);
    if (combined.length > MOST) return [];
    if (combined.length > 0) continue;
    const shown = terms.map((term) => selectorText({ matchExpressions: term.matchExpressions ?? [] })).join(' or ');
    const others =
      combinationsOf(own, terms).length === 0 ? 'what the pod requires of its node' : 'that of the volumes before it';
    const message = `no node can match both the node affinity of PersistentVolume ${JSON.stringify(name)} (${shown}) and ${others}`;
    const hint = 'run the pod on the nodes of its volumes, or use a volume that its nodes can mount';
    return [{ field, message, hint, certainty: 'wrong' }];
  }
  return [];
}

function combinationsOf(some: readonly any[], others: readonly any[]): any[] {
  return some
    .flatMap((one) => others.map((other) => ({ matchExpressions: [...requirementsOf(one), ...requirementsOf(other)] })))
    .filter((term) => !contradictsItself(term));
}

/** The claims of a pod; those of each pod of a StatefulSet that has a volume reserved, or a claim, by its name. */
function claimsOfPods(workload: Workload, cluster: Cluster): Claim[][] {
  const { object } = workload;
  const shared = claimsOf(workload);
  if (!isKind(object, 'apps/StatefulSet')) return [shared];
  const named = [
    ...cluster.all('/PersistentVolume').map((one) => one.object.spec?.claimRef?.name),
    ...cluster.names('/PersistentVolumeClaim', namespaceOf(object)),
  ];
  const ordinals = new Set(named.map((name) => /-\d+$/.exec(String(name))?.[0] ?? ''));
  return [...ordinals].map((ordinal) => [
    ...shared,
    ...valuesAt(object, 'spec.volumeClaimTemplates[].metadata.name').map(({ value, field }) => ({
      name: `${value}-${object.metadata?.name}${ordinal}`,
      field,
    })),
  ]);
}

/** The volumes that claims are bound to: the claim names its volume, or the volume its claim. */
function placedVolumes(claims: readonly Claim[], namespace: string, cluster: Cluster): PlacedVolume[] {
  const volumes = cluster.all('/PersistentVolume').map((one) => one.object);
  return claims.flatMap(({ name, field }): PlacedVolume[] => {
    const { volumeName } = cluster.find('/PersistentVolumeClaim', namespace, name)?.spec ?? {};
    const volume = volumes.find(({ metadata, spec }) =>
      volumeName === undefined
        ? spec?.claimRef?.name === name && namespaceNamed(spec.claimRef.namespace) === namespace
        : metadata?.name === volumeName,
    );
    const terms: any[] = volume?.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? [];
    return terms.length === 0 ? [] : [{ field, name: volume.metadata.name, terms }];
  });
}
