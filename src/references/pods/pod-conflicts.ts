import { containersOf, isKind } from '../../facts';
import { namespaceOf, type Placed, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { filesOf } from './volume-files';

const secret = (type: string, name = 'registry') => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  type,
  stringData: { '.dockerconfigjson': '{"auths":{}}' },
});
const pulling = deployment({}, {}, { imagePullSecrets: [{ name: 'registry' }] });

export const pullSecretType: ReferenceRule = {
  id: 'pull-secret-type',
  isConflict: true,
  message: 'pull secret "registry" is of type Opaque, which the kubelet ignores',
  why: 'The kubelet reads logins from Secrets of the types kubernetes.io/dockerconfigjson and kubernetes.io/dockercfg only.',
  hint: 'create the Secret with type: kubernetes.io/dockerconfigjson and the key .dockerconfigjson, as kubectl create secret docker-registry does; in a program use RegistrySecret',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  refused: [pulling, secret('Opaque')],
  accepted: [pulling, secret('kubernetes.io/dockerconfigjson')],
  on: ['pod', '/ServiceAccount'],
  check: (subject, cluster) => {
    const { object, pod } = subject as Placed & Partial<Workload>;
    const [list, field] = isKind(object, 'ServiceAccount')
      ? [object.imagePullSecrets, 'imagePullSecrets']
      : [pod?.spec.imagePullSecrets, `${pod?.specPath}.imagePullSecrets`];
    return (list ?? []).flatMap((reference: any, index: number): Dangling[] => {
      const found = cluster.find('/Secret', namespaceOf(object), reference?.name);
      if (found === undefined || (found.type === undefined && cluster.isExternal(found))) return [];
      const { type = 'Opaque' } = found;
      // Tekton reads logins of other types too.
      const isOfTekton = Object.keys(found.metadata?.annotations ?? {}).some((key) => key.startsWith('tekton.dev/'));
      if (type.startsWith('kubernetes.io/dockerc') || isOfTekton) return [];
      const message = `pull secret ${JSON.stringify(reference.name)} is of type ${type}, which the kubelet ignores`;
      return [{ field: `${field}[${index}].name`, message, certainty: 'wrong' }];
    });
  },
};

const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' }, data: { 'app.conf': '' } };
const mounting = (subPath: string) =>
  deployment(
    {},
    { volumeMounts: [{ name: 'config', mountPath: '/etc/app.conf', subPath }] },
    { volumes: [{ name: 'config', configMap: { name: 'shop' } }] },
  );

export const subPathKey: ReferenceRule = {
  id: 'sub-path-unknown',
  message: 'the volume has no file "app.cnf"',
  why: 'A volume of a ConfigMap or Secret has a file for each key. With another subPath the container gets an empty directory in place of the file, or does not start.',
  hint: 'use a key, or a path of items, as subPath',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  refused: [mounting('app.cnf'), config],
  accepted: [mounting('app.conf'), config],
  on: 'pod',
  check: (subject, cluster) => {
    const { object, pod } = subject as Workload;
    return containersOf(pod.spec).flatMap(({ container, field }) =>
      (container.volumeMounts ?? []).flatMap((mount: any, index: number): Dangling[] => {
        const volume = (pod.spec.volumes ?? []).find((one: any) => one?.name === mount?.name);
        if (volume === undefined || typeof mount.subPath !== 'string' || mount.subPath === '') return [];
        const files = filesOf(volume, namespaceOf(object), cluster);
        if (files === undefined || files.length === 0) return [];
        if (files.some((file: string) => file === mount.subPath || file.startsWith(`${mount.subPath}/`))) return [];
        const at = `${pod.specPath}.${field}.volumeMounts[${index}].subPath`;
        const message = `the volume has no file ${JSON.stringify(mount.subPath)}`;
        return [{ field: at, message, hint: `its files are ${files.join(', ')}`, certainty: 'wrong' }];
      }),
    );
  },
};

const stopping = (seconds: number) =>
  deployment({}, { lifecycle: { preStop: { exec: { command: ['sleep', `${seconds}`] } } } });

export const preStopTooLong: ReferenceRule = {
  id: 'pre-stop-too-long',
  isConflict: true,
  message: 'preStop takes 60 seconds, and the pod is killed after 30',
  why: 'The grace period begins before the preStop hook. When it ends, the container is killed, without a signal to stop in time.',
  severity: 'warning',
  hint: 'set terminationGracePeriodSeconds above the duration of the hook plus the time that the program needs to stop',
  source: 'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution',
  refused: [stopping(60)],
  accepted: [stopping(10)],
  on: 'pod',
  check: (subject) => {
    const { pod } = subject as Workload;
    const period = pod.spec.terminationGracePeriodSeconds ?? 30;
    return containersOf(pod.spec).flatMap(({ container, field }): Dangling[] => {
      const seconds = secondsOf(container.lifecycle?.preStop);
      if (seconds === undefined || seconds < period) return [];
      const message = `preStop takes ${seconds} seconds, and the pod is killed after ${period}`;
      return [{ field: `${pod.specPath}.${field}.lifecycle.preStop`, message, certainty: 'likely' }];
    });
  },
};

/** How long a hook sleeps, when that is all that is known of it. */
function secondsOf(hook: any): number | undefined {
  if (typeof hook?.sleep?.seconds === 'number') return hook.sleep.seconds;
  const command = (hook?.exec?.command ?? []).join(' ');
  const seconds = /(?:^|[\s;&/])sleep (\d+)(?:$|[\s;&])/.exec(command)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
