import type { Edge } from './edge';
import { CERTIFICATE as certificate, KEY, keyOf, rows } from './rows';

const rule = 'custom-reference-unknown';
const secret = { to: '/Secret', rule } as const;
const ports = { of: 'servicePort', fields: ['port'] } as const;
const kindOf = (otherwise: string, group = 'apiVersion') => ({ kind: 'kind', group, otherwise });
const MONITORING = 'monitoring.coreos.com';
const VELERO = 'velero.io';
const TRAEFIK = 'traefik.io';

const traefik = (kind: string, fields: Readonly<Record<string, string>>, more?: Partial<Edge>) =>
  rows(`${TRAEFIK}/${kind}`, fields, more);
/** A Service with a port, in the namespace of the object. */
const ownServiceOf = (from: string, path: string): Edge => ({
  from,
  path: `spec.${path}.name`,
  to: { ...kindOf('/Service', 'group'), ...(from.startsWith(TRAEFIK) && { others: TRAEFIK }) },
  part: ports,
  rule,
});
const serviceOf = (from: string, path: string): Edge => ({ ...ownServiceOf(from, path), namespace: 'namespace' });

/** What objects of monitoring, backups and other controllers of Ingresses refer to. */
export const PLATFORM_EDGES: readonly Edge[] = [
  {
    from: `${MONITORING}/Alertmanager`,
    path: 'spec.configSecret',
    part: { ...keyOf('alertmanager.yaml'), isDefaulted: true },
    ...secret,
  },
  ...['Prometheus', 'Alertmanager', 'ThanosRuler'].flatMap((kind) =>
    rows(`${MONITORING}/${kind}`, { 'secrets[]': '/Secret', 'configMaps[]': '/ConfigMap' }),
  ),
  { ...serviceOf(`${MONITORING}/Prometheus`, 'alerting.alertmanagers[]'), part: { ...ports, onlyNames: true } },
  ...rows(`${VELERO}/Schedule`, {
    'template.storageLocation': `${VELERO}/BackupStorageLocation`,
    'template.volumeSnapshotLocations[]': `${VELERO}/VolumeSnapshotLocation`,
  }),
  ...rows(`${VELERO}/Schedule`, { 'template.includedNamespaces[]': '/Namespace' }, { guess: 'name' }),
  ...rows(`${VELERO}/Backup`, {
    storageLocation: `${VELERO}/BackupStorageLocation`,
    'volumeSnapshotLocations[]': `${VELERO}/VolumeSnapshotLocation`,
  }),
  ...rows(`${VELERO}/Backup`, { 'includedNamespaces[]': '/Namespace' }, { guess: 'name' }),
  ...rows(`${VELERO}/Restore`, { backupName: `${VELERO}/Backup`, scheduleName: `${VELERO}/Schedule` }),
  ...['BackupStorageLocation', 'VolumeSnapshotLocation'].flatMap((kind) =>
    rows(`${VELERO}/${kind}`, { 'credential.name': '/Secret' }, { part: KEY }),
  ),
  ...traefik('Middleware', { 'basicAuth.secret': '/Secret', 'digestAuth.secret': '/Secret' }),
  ...traefik('Middleware', { 'chain.middlewares[].name': `${TRAEFIK}/Middleware` }, { namespace: 'namespace' }),
  ...traefik(
    'IngressRouteTCP',
    { 'routes[].middlewares[].name': `${TRAEFIK}/MiddlewareTCP` },
    { namespace: 'namespace' },
  ),
  ...['IngressRoute', 'IngressRouteTCP'].flatMap((kind) =>
    traefik(
      kind,
      { 'tls.options.name': `${TRAEFIK}/TLSOption`, 'tls.store.name': `${TRAEFIK}/TLSStore` },
      { namespace: 'namespace', guess: 'kind' },
    ),
  ),
  ...traefik('IngressRouteTCP', { 'tls.secretName': '/Secret' }, { part: certificate }),
  ...traefik('IngressRoute', { 'routes[].services[].serversTransport': `${TRAEFIK}/ServersTransport` }),
  ...traefik('TLSOption', { 'clientAuth.secretNames[]': '/Secret' }),
  ...traefik(
    'TLSStore',
    { 'defaultCertificate.secretName': '/Secret', 'certificates[].secretName': '/Secret' },
    { part: certificate },
  ),
  ...traefik('ServersTransport', { 'rootCAsSecrets[]': '/Secret' }),
  ...traefik('ServersTransport', { 'certificatesSecrets[]': '/Secret' }, { part: certificate }),
  ...[
    ['Middleware', 'errors.service'],
    ['IngressRouteUDP', 'routes[].services[]'],
    ['TraefikService', 'weighted.services[]'],
    ['TraefikService', 'mirroring'],
    ['TraefikService', 'mirroring.mirrors[]'],
  ].map(([kind, path]) => serviceOf(`${TRAEFIK}/${kind}`, path!)),
  ...['to', 'alternateBackends[]'].map((path) => ownServiceOf('route.openshift.io/Route', path)),
  ...rows('eventing.knative.dev/Trigger', { broker: 'eventing.knative.dev/Broker' }),
  ...rows('snapshot.storage.k8s.io/VolumeSnapshot', {
    volumeSnapshotClassName: 'snapshot.storage.k8s.io/VolumeSnapshotClass',
  }),
  ...['Database', 'Publication', 'Subscription'].flatMap((kind) =>
    rows(`postgresql.cnpg.io/${kind}`, { 'cluster.name': 'postgresql.cnpg.io/Cluster' }),
  ),
  ...rows('metallb.io/BGPAdvertisement', {
    'ipAddressPools[]': 'metallb.io/IPAddressPool',
    'peers[]': 'metallb.io/BGPPeer',
  }),
  ...['kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease'].flatMap((from): Edge[] => [
    {
      from,
      path: 'spec.dependsOn[].name',
      to: from,
      namespace: 'namespace',
      rule,
      hint: 'a Kustomization depends on Kustomizations and a HelmRelease on HelmReleases only',
    },
  ]),
  {
    from: 'kustomize.toolkit.fluxcd.io/Kustomization',
    path: 'spec.postBuild.substituteFrom[].name',
    to: kindOf('/'),
    optional: 'optional',
    rule,
  },
  {
    from: 'helm.toolkit.fluxcd.io/HelmRelease',
    path: 'spec.valuesFrom[].name',
    to: kindOf('/'),
    optional: 'optional',
    part: { of: 'key', fields: ['valuesKey'], otherwise: 'values.yaml', isRequired: true },
    rule,
  },
  ...[
    ['networking.k8s.io/Ingress', 'router.middlewares', 'Middleware'],
    ['networking.k8s.io/Ingress', 'router.tls~options', 'TLSOption'],
    ['/Service', 'service.serverstransport', 'ServersTransport'],
  ].map(
    ([from, key, kind]): Edge => ({
      from: from!,
      path: `metadata.annotations.traefik~ingress~kubernetes~io/${key!.replace('.', '~')}`,
      to: `${TRAEFIK}/${kind}`,
      namespace: '-',
      rule,
      hint: `write NAMESPACE-NAME@kubernetescrd of an existing ${kind}`,
    }),
  ),
  ...rows('argoproj.io/ApplicationSet', { 'template.spec.project': 'argoproj.io/AppProject' }),
];
