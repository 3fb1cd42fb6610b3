import { hasChange } from '../../../facts';
import type { Changes } from '../../rule';

const withoutStatus = (object: { status?: unknown }): void => {
  delete object.status;
};

/** The pod spec of a StatefulSet as its controller completes it, which is what the server validates from 1.34 on. */
function completeTemplate(spec: any): void {
  const pod = spec.template?.spec;
  if (typeof pod !== 'object') return;
  delete pod.subdomain;
  delete pod.hostname;
  const claims = new Map<string, object>();
  for (const claim of spec.volumeClaimTemplates ?? []) {
    const name = claim.metadata?.name ?? '';
    claims.set(name, { name, persistentVolumeClaim: { claimName: name } });
  }
  if (claims.size === 0) return;
  pod.volumes = [...claims.values(), ...(pod.volumes ?? []).filter(({ name = '' }) => !claims.has(name))];
}

export const appsPreparations: Changes = {
  'io.k8s.api.apps.v1.Deployment': withoutStatus,
  'io.k8s.api.apps.v1.ReplicaSet': withoutStatus,
  'io.k8s.api.apps.v1.DaemonSet': withoutStatus,
  'io.k8s.api.apps.v1.StatefulSet': withoutStatus,
  'io.k8s.api.apps.v1.StatefulSetSpec': (spec) => {
    // Feature gate MaxUnavailableStatefulSet, off by default in all versions.
    delete spec.updateStrategy?.rollingUpdate?.maxUnavailable;
    // The conversion writes the kind of the claims.
    for (const claim of spec.volumeClaimTemplates ?? []) {
      Object.assign(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
      claim.status = { ...claim.status, phase: claim.status?.phase || 'Pending' };
    }
  },
};

export const appsValidatedCopies: Changes = {
  'io.k8s.api.apps.v1.StatefulSetSpec': (spec, node) => {
    if (hasChange(node.minor, 'StatefulSetTemplates')) completeTemplate(spec);
  },
};
