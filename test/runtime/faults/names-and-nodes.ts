import { app, configMap, type Fault, fault, inApp, inPod, pod } from './fault';

const shop = { image: 'ghcr.io/acme/shop:1.4.2' };
const hostPath = (path: string, type?: string) =>
  pod(
    { ...shop, volumeMounts: [{ name: 'host', mountPath: '/host', readOnly: true }] },
    { volumes: [{ name: 'host', hostPath: { path, ...(type !== undefined && { type }) } }] },
  );
const podName = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
const logs = (subPathExpr: string, env: readonly object[]) =>
  pod(
    { ...shop, env, volumeMounts: [{ name: 'logs', mountPath: '/logs', subPathExpr }] },
    { volumes: [{ name: 'logs', emptyDir: {} }] },
  );

const waiting = (script: string) =>
  app({
    ...shop,
    command: ['sh', '-c'],
    args: [script],
    envFrom: [{ prefix: 'APP_', configMapRef: { name: 'settings' } }],
  });

const sharing = (hostUsers: boolean) => [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'share' },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteMany'],
      nfs: { server: '192.168.0.20', path: '/share' },
      storageClassName: '',
    },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'share', namespace: 'shop' },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '1Gi' } },
      volumeName: 'share',
      storageClassName: '',
    },
  },
  pod(
    { image: 'ghcr.io/acme/shop:1', volumeMounts: [{ name: 'share', mountPath: '/share' }] },
    { hostUsers, volumes: [{ name: 'share', persistentVolumeClaim: { claimName: 'share' } }] },
  ),
];

export const NAMES_AND_NODES: readonly Fault[] = [
  fault(
    'a group above those of a user namespace',
    'runc: cannot set gid to unmapped user in user namespace',
    'error user-namespace-id spec.securityContext.runAsGroup',
    {
      faulty: pod({ image: 'ghcr.io/acme/shop:1' }, { hostUsers: false, securityContext: { runAsGroup: 65536 } }),
      fixed: pod({ image: 'ghcr.io/acme/shop:1' }, { hostUsers: false, securityContext: { runAsGroup: 65535 } }),
    },
  ),
  fault(
    'a user namespace with a claim on NFS',
    'NFS has no ID-mapped mounts',
    'warning user-namespace-volume spec.volumes[0]',
    { faulty: sharing(false), fixed: sharing(true) },
  ),
  fault('a tag that a program made from undefined', 'ErrImagePull', `error image-tag-missing-value ${inApp('image')}`, {
    faulty: app({ image: 'ghcr.io/acme/shop:undefined' }),
    fixed: app({ image: 'ghcr.io/acme/shop:1.4.2' }),
  }),
  fault('an upper-case repository', 'InvalidImageName', `error image-reference-invalid ${inApp('image')}`, {
    faulty: app({ image: 'ghcr.io/Acme/Shop:1.4.2' }),
    fixed: app({ image: 'ghcr.io/acme/shop:1.4.2' }),
  }),
  fault('a variable in the image', 'InvalidImageName', `error image-reference-invalid ${inApp('image')}`, {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template that was not rendered leaves
    faulty: app({ image: 'ghcr.io/acme/shop:${TAG}' }),
    fixed: app({ image: 'ghcr.io/acme/shop:1.4.2' }),
  }),
  fault('an empty tag', 'InvalidImageName', `error image-reference-invalid ${inApp('image')}`, {
    faulty: app({ image: 'ghcr.io/acme/shop:' }),
    fixed: app({ image: 'ghcr.io/acme/shop:1' }),
  }),
  fault(
    'latest with IfNotPresent',
    'nodes run what they pulled first',
    `warning image-tag-floating ${inApp('image')}`,
    {
      faulty: app({ image: 'ghcr.io/acme/shop:latest', imagePullPolicy: 'IfNotPresent' }),
      fixed: app({ image: 'ghcr.io/acme/shop:1.4.2', imagePullPolicy: 'IfNotPresent' }),
    },
  ),
  fault(
    'a variable that is declared later',
    'the program gets the text $(DB_HOST)',
    `error variable-unresolved ${inApp('env[0].value')}`,
    {
      faulty: app({
        ...shop,
        env: [
          { name: 'URL', value: 'http://$(DB_HOST)/' },
          { name: 'DB_HOST', value: 'db' },
        ],
      }),
      fixed: app({
        ...shop,
        env: [
          { name: 'DB_HOST', value: 'db' },
          { name: 'URL', value: 'http://$(DB_HOST)/' },
        ],
      }),
    },
  ),
  fault(
    'a misspelled variable in args',
    'the program gets the text $(LOG_LEVLE)',
    `warning variable-unresolved ${inApp('args[0]')}`,
    {
      faulty: app({ ...shop, args: ['--level=$(LOG_LEVLE)'], env: [{ name: 'LOG_LEVEL', value: 'info' }] }),
      fixed: app({ ...shop, args: ['--level=$(LOG_LEVEL)'], env: [{ name: 'LOG_LEVEL', value: 'info' }] }),
    },
  ),
  fault(
    'a variable in a script without the prefix of envFrom',
    'the shell runs a command DB_HOST, which it does not find',
    `warning variable-unresolved ${inApp('args[0]')}`,
    {
      faulty: [configMap('settings', { DB_HOST: 'db' }), waiting('until nc -z $(DB_HOST) 80; do sleep 1; done')],
      fixed: [configMap('settings', { DB_HOST: 'db' }), waiting('until nc -z $(APP_DB_HOST) 80; do sleep 1; done')],
    },
  ),
  fault(
    'a misspelled variable in a script, beside commands',
    'the shell runs a command APP_DB_HOTS, which it does not find',
    `warning variable-unresolved ${inApp('args[0]')}`,
    {
      faulty: [configMap('settings', { DB_HOST: 'db' }), waiting('echo $(date) $(LATEST) && nc -z $(APP_DB_HOTS) 80')],
      fixed: [configMap('settings', { DB_HOST: 'db' }), waiting('echo $(date) $(LATEST) $$(DB_HOST) $(db_host)')],
    },
  ),
  fault(
    'a reference to a key that the ConfigMap lacks',
    'the program gets the text $(REGION)',
    `warning variable-unresolved ${inApp('env[0].value')}`,
    {
      faulty: [configMap('settings', { ZONE: 'a' }), withSettings()],
      fixed: [configMap('settings', { REGION: 'eu' }), withSettings()],
    },
  ),
  fault(
    'subPathExpr with a variable that is not declared',
    'missing value for POD_NAME',
    `error sub-path-variable-missing ${inPod('volumeMounts[0].subPathExpr')}`,
    {
      faulty: logs('$(POD_NAME)', []),
      fixed: logs('$(POD_NAME)', [podName]),
    },
  ),
  fault(
    'a sysctl that kubelets do not allow',
    'SysctlForbidden',
    'warning sysctl-not-allowed spec.securityContext.sysctls[0].name',
    {
      faulty: pod(shop, { securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '65536' }] } }),
      fixed: pod(shop, { securityContext: { sysctls: [{ name: 'kernel.shm_rmid_forced', value: '1' }] } }),
    },
  ),
  fault(
    'a directory of the node as a file',
    'hostPath type check failed: /var/log is not a file',
    'error host-path-type spec.volumes[0].hostPath.type',
    {
      faulty: hostPath('/var/log', 'File'),
      fixed: hostPath('/var/log', 'Directory'),
    },
  ),
  fault(
    'a device as a socket',
    'hostPath type check failed: /dev/fuse is not a socket file',
    'error host-path-type spec.volumes[0].hostPath.type',
    {
      faulty: hostPath('/dev/fuse', 'Socket'),
      fixed: hostPath('/dev/fuse', 'CharDevice'),
    },
  ),
  fault(
    'the Docker socket',
    'hostPath type check failed: /var/run/docker.sock is not a socket file',
    'error host-path-docker spec.volumes[0].hostPath.path',
    {
      faulty: hostPath('/var/run/docker.sock', 'Socket'),
      fixed: hostPath('/run/containerd/containerd.sock', 'Socket'),
    },
  ),
  fault(
    'the logs of Docker',
    'the directory is empty on nodes with containerd',
    'warning host-path-docker spec.volumes[0].hostPath.path',
    {
      faulty: hostPath('/var/lib/docker/containers'),
      fixed: hostPath('/var/log/pods'),
    },
  ),
  fault('a Windows pod on Linux nodes', 'PodOSNotSupported', 'error os-mismatch spec.os.name', {
    faulty: pod(shop, { os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'linux' } }),
    fixed: pod(shop, { os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'windows' } }),
  }),
];

function withSettings(): object {
  return app({
    ...shop,
    envFrom: [{ configMapRef: { name: 'settings' } }],
    env: [{ name: 'BUCKET', value: 'shop-$(REGION)' }],
  });
}
