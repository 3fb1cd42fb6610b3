import { runsToCompletion } from '../../facts';
import { ownField } from '../../values';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** Images that store user data, by the last part of their name, and their data directories. */
const STATEFUL_IMAGES: Readonly<Record<string, string>> = {
  mysql: '/var/lib/mysql',
  mariadb: '/var/lib/mysql',
  percona: '/var/lib/mysql',
  postgres: '/var/lib/postgresql',
  mongo: '/data/db',
  wordpress: '/var/www/html',
};

/** The data of a database or a content management system must be on a claim, not in the container. */
export const dataNotPersisted: PracticeRule = {
  id: 'data-not-persisted',
  message: 'container {name} ({image}) stores its data in {path}, which is lost when the pod is deleted',
  why: 'A container file system and an emptyDir volume are deleted with the pod: a restart on another node loses the data.',
  hint: 'mount a persistentVolumeClaim, or volumeClaimTemplates of a StatefulSet, at that path',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  refused: deploymentWith({}, { image: 'docker.io/library/mysql:8.4.3' }),
  accepted: deploymentWith(
    {},
    { image: 'docker.io/library/mysql:8.4.3', volumeMounts: [{ name: 'data', mountPath: '/var/lib/mysql' }] },
    { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
  ),
  check: ({ object, pod }, report) => {
    const claims = new Set(
      [
        ...(object?.spec?.volumeClaimTemplates ?? []).map((claim: any) => claim?.metadata?.name),
        ...(pod?.spec.volumes ?? []).filter(isPersistent).map((volume: any) => volume.name),
      ].filter((name) => name !== undefined),
    );
    const containers: any[] = runsToCompletion(object) ? [] : (pod?.spec.containers ?? []);
    for (const [index, container] of containers.entries()) {
      const path = ownField(STATEFUL_IMAGES, imageName(container?.image));
      const kept = (container?.volumeMounts ?? []).some(
        (mount: any) => claims.has(mount?.name) && path !== undefined && String(mount?.mountPath).startsWith(path),
      );
      if (path !== undefined && !kept) {
        report(`${pod?.specPath}.containers[${index}]`, { name: container.name, image: container.image, path });
      }
    }
  },
};

function imageName(image: unknown): string {
  return (
    String(image ?? '')
      .split('@')[0]
      .split('/')
      .pop()
      ?.split(':')[0] ?? ''
  );
}

function isPersistent(volume: any): boolean {
  return ['persistentVolumeClaim', 'ephemeral', 'hostPath', 'nfs', 'csi'].some((type) => volume?.[type] !== undefined);
}
