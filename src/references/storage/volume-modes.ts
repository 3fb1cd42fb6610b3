import { containersOf } from '../../facts';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const claim = (volumeMode: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { volumeMode, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } },
});
const mounting = deployment(
  { strategy: { type: 'Recreate' } },
  { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
);

/** A claim for a block device that is mounted as files, or the other way. */
export const claimMode: ReferenceRule = {
  id: 'claim-mount-mode',
  isConflict: true,
  message: 'claim "data" has volumeMode Block, which a container uses in volumeDevices, not in volumeMounts',
  why: 'A claim with volumeMode Block is a device without a file system. The kubelet does not start a container that mounts it as files, or uses a file system as a device.',
  hint: 'use volumeDevices for volumeMode Block and volumeMounts for Filesystem',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support',
  refused: [claim('Block'), mounting],
  accepted: [claim('Filesystem'), mounting],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const { pod } = workload;
    return containersOf(pod.spec).flatMap(({ container, field }) =>
      (['volumeMounts', 'volumeDevices'] as const).flatMap((list) => {
        const uses: any[] = container[list] ?? [];
        return uses.flatMap((use, index): Dangling[] => {
          const found = claimSpecOf(use?.name, workload, cluster);
          if (found === undefined) return [];
          const mode = found.spec.volumeMode ?? 'Filesystem';
          const wanted = mode === 'Block' ? 'volumeDevices' : 'volumeMounts';
          if (list === wanted) return [];
          const message = `claim ${JSON.stringify(found.name)} has volumeMode ${mode}, which a container uses in ${wanted}, not in ${list}`;
          return [{ field: `${pod.specPath}.${field}.${list}[${index}]`, message, certainty: 'wrong' }];
        });
      }),
    );
  },
};

/** The spec of the claim behind a volume of the pod: one of the input, or of a template in the same object. */
function claimSpecOf(
  volume: unknown,
  { object, pod }: Workload,
  cluster: Cluster,
): { name: unknown; spec: any } | undefined {
  const templates: any[] = object.spec?.volumeClaimTemplates ?? [];
  const template = templates.find(({ metadata }) => metadata?.name === volume);
  if (template !== undefined) return { name: volume, spec: template.spec ?? {} };
  const { persistentVolumeClaim, ephemeral } = (pod.spec.volumes ?? []).find((one: any) => one?.name === volume) ?? {};
  if (ephemeral !== undefined) return { name: volume, spec: ephemeral.volumeClaimTemplate?.spec ?? {} };
  const name = persistentVolumeClaim?.claimName;
  const found = cluster.find('/PersistentVolumeClaim', namespaceOf(object), name);
  return found === undefined || cluster.isOpen(found) ? undefined : { name, spec: found.spec ?? {} };
}
