import { appliedNamespaceOf } from '../../facts';
import type { Applied } from '../applied';
import { isMirrorPod } from './service-accounts';

const MOUNT_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const VOLUME_PREFIX = 'kube-api-access-';
/** The server adds five random characters. */
const VOLUME = `${VOLUME_PREFIX}00000`;

/** Seconds that a pod stays on a node that is not ready. */
const TOLERATION_SECONDS = 300;

/**
 * Writes into a pod what the ServiceAccount and DefaultTolerationSeconds admission do, which policies see: the account, its token as
 * a volume, its image pull secrets, and tolerations for nodes that fail.
 *
 * @see plugin/pkg/admission/serviceaccount and defaulttolerationseconds
 */
export function setServiceAccountFields(pod: any, applied: Applied): void {
  if (!isMirrorPod(pod)) setAccountFields(pod, applied);
  for (const key of ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']) addToleration(pod.spec, key);
}

function setAccountFields(pod: any, applied: Applied): void {
  const { spec } = pod;
  spec.serviceAccountName ||= 'default';
  const account = applied.find('ServiceAccount', spec.serviceAccountName, appliedNamespaceOf(pod))?.object;
  const isMounted = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true;
  if (isMounted === true) mountToken(spec);
  if ((spec.imagePullSecrets ?? []).length === 0 && (account?.imagePullSecrets ?? []).length > 0) {
    spec.imagePullSecrets = account.imagePullSecrets.map(({ name }: any) => ({ name }));
  }
}

function mountToken(spec: any): void {
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const without = containers.filter(
    ({ volumeMounts = [] }: any) => !volumeMounts.some(({ mountPath }: any) => mountPath === MOUNT_PATH),
  );
  if (without.length === 0) return;
  // A pod that a policy changed has the volume already.
  const known = (spec.volumes ?? []).find(({ name }: any) => String(name).startsWith(VOLUME_PREFIX));
  for (const container of without) {
    const mount = { name: known?.name ?? VOLUME, readOnly: true, mountPath: MOUNT_PATH };
    container.volumeMounts = [...(container.volumeMounts ?? []), mount];
  }
  if (known === undefined) spec.volumes = [...(spec.volumes ?? []), TOKEN_VOLUME];
}

const TOKEN_VOLUME = {
  name: VOLUME,
  projected: {
    defaultMode: 420,
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      {
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
        },
      },
    ],
  },
};

function addToleration(spec: any, key: string): void {
  const tolerations: readonly any[] = spec.tolerations ?? [];
  const isTolerated = tolerations.some(
    (one) => (one.key === key || !one.key) && (one.effect === 'NoExecute' || !one.effect),
  );
  if (isTolerated) return;
  const added = { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: TOLERATION_SECONDS };
  spec.tolerations = [...tolerations, added];
}
