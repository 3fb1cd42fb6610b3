import type { ObjectShape } from '../../src/props/shape';
import { definitionShape } from '../../src/props/shapes';
import { suggestProp } from '../../src/props/suggest';

/** The type that has the props, the prop that it does not have, its value, and what must be suggested. Written before they were tried. */
const WORDS: readonly [type: string, word: string, value: unknown, suggestion: RegExp][] = [
  ['WebAppProps', 'imagePullPolcy', 'Always', /imagePullPolicy/],
  ['WebAppProps', 'evn', {}, /"env"/],
  ['WebAppProps', 'cpuLimit', '1', /qos/],
  ['WebAppProps', 'memoryRequest', '1Gi', /qos/],
  ['WebAppProps', 'minPods', 2, /scaling/],
  ['WebAppProps', 'readiness_probe', {}, /probes/],
  ['WebAppProps', 'healthPath', '/h', /probes/],
  ['WebAppProps', 'ingresses', [], /ingress/],
  ['WebAppProps', 'tlsSecretName', 'a', /tls/],
  ['WebAppProps', 'volumeClaims', [], /StatefulApp|mounts|claim/],
  ['WebAppProps', 'hostPort', 80, /ports|hostPort/],
  ['WebAppProps', 'targetPort', 80, /service|port/],
  ['WebAppProps', 'serviceAccountAnnotations', {}, /serviceAccount|annotations/],
  ['WebAppProps', 'nodeSelectors', {}, /nodeSelector/],
  ['WebAppProps', 'podDisruptionBudgets', {}, /disruptionBudget/],
  ['WebAppProps', 'topologySpreadConstraint', {}, /topologySpread/],
  ['WebAppProps', 'priorityClass', 'a', /priorityClassName/],
  ['WebAppProps', 'gracePeriodSeconds', 5, /terminationGracePeriod/],
  ['WebAppProps', 'networkpolicy', {}, /networkPolicy/],
  ['WebAppProps', 'allowedNamespaces', [], /networkPolicy|from/],
  ['WebAppProps', 'rollingUpdate', {}, /rollout/],
  ['WebAppProps', 'deploymentStrategy', {}, /rollout/],
  ['WebAppProps', 'logLevel', 'x', /env: .*LOG_LEVEL/],
  ['WebAppProps', 'configMapRef', 'a', /envFrom/],
  ['WebAppProps', 'envFromSecret', 'a', /envFrom/],
  ['StatefulAppProps', 'volumeClaimTemplate', {}, /storage/],
  ['StatefulAppProps', 'updateStrategy', {}, /rollout/],
  ['StatefulAppProps', 'headless', true, /service|headless/i],
  ['StatefulAppProps', 'persistentVolumeClaims', [], /storage/],
  ['StatefulAppProps', 'ordinals', {}, /overlay|partition/],
  ['CronJobProps', 'cronSchedule', 'a', /schedule/],
  ['CronJobProps', 'successfulJobsHistory', 1, /successfulJobsHistoryLimit/],
  ['CronJobProps', 'failedJobHistoryLimit', 1, /failedJobsHistoryLimit/],
  ['CronJobProps', 'suspended', true, /suspend/],
  ['CronJobProps', 'concurencyPolicy', 'Forbid', /concurrencyPolicy/],
  ['JobProps', 'maxRetries', 3, /backoffLimit/],
  ['JobProps', 'paralelism', 3, /parallelism/],
  ['JobProps', 'timeout', 3, /activeDeadline/],
  ['JobProps', 'cleanupAfter', 3, /ttlAfterFinished/],
  ['NodeAgentProps', 'runOnMasters', true, /onControlPlane/],
  ['MySqlProps', 'rootPasswordSecret', 'a', /credentials/],
  ['MySqlProps', 'storageClassName', 'a', /storage/],
  ['MySqlProps', 'diskSize', '1Gi', /storage/],
  ['MySqlProps', 'backupSchedule', 'a', /backup/],
  ['MySqlProps', 'sql_mode', 'a', /configuration/],
  ['WordPressProps', 'siteUrl', 'a', /url/],
  ['WordPressProps', 'adminEmail', 'a', /install/],
  ['WordPressProps', 'uploadMaxFilesize', 'a', /maxUploadSize|php/],
  ['PersistentVolumeClaimProps', 'storageSize', '1Gi', /size/],
  ['PersistentVolumeClaimProps', 'volumemode', 'Block', /volumeMode/],
  ['IngressPathRule', 'hostname', 'a', /host/],
  ['IngressPathRule', 'service', 'a', /to/],
  ['HttpRouteProps', 'parentRef', 'a', /gateway/],
  ['NetworkPolicyProps', 'egresses', [], /egress/],
  ['PermissionRule', 'verb', [], /verbs/],
  ['PermissionsProps', 'clusterRole', 'a', /role|clusterWide/],
  ['TenantNamespaceProps', 'resourceQuotas', {}, /quota/],
  ['TenantNamespaceProps', 'psa', 'a', /podSecurity/],
  ['TenantNamespaceProps', 'defaultDeny', true, /network/],
  ['StorageClassProps', 'reclaim', 'Delete', /reclaimPolicy/],
  ['PriorityClassProps', 'default', true, /globalDefault/],
  ['AmbassadorProps', 'upstreamHost', 'a', /upstream/],
  ['AdapterProps', 'metricPath', '/a', /path/],
  ['LogShipperProps', 'logFiles', 'a', /pattern/],
  ['Qos.guaranteed.resources', 'ephemeral_storage', '1Gi', /ephemeralStorage/],
  ['Qos.burstable.resources', 'request', {}, /requests/],
  ['Scaling.onCpu.props', 'cpuPercent', 80, /percent/],
  ['Scaling.onCpu.props', 'minimum', 1, /min/],
  ['ProbeProps', 'grpcPort', 1, /grpc/],
  ['PortProps', 'number', 80, /port/],
  ['TolerationProps', 'operater', 'Equal', /operator/],
  ['CheckedAppProps', 'kubeVersion', '1.36', /kubernetesVersion/],
  ['CheckedAppProps', 'outputDirectory', 'a', /outdir/],
  ['PlatformProps', 'imageRegistry', 'a', /registry/],
  ['PlatformProps', 'ingressClass', 'a', /ingress/],
  ['MetricsProps', 'interval', 5, /serviceMonitor/],
  ['MetricsProps', 'endpoint', '/m', /path/],
  ['ServiceMonitorProps', 'label', {}, /labels/],
];
test.each(WORDS)('%s: %s', (type, word, value, suggestion) => {
  expect(suggestProp(word, value, definitionShape(type) as ObjectShape)).toMatch(suggestion);
});

test.each([
  ['a password is not shown', 'MySqlProps', 'dbPassword', 'hunter2'],
  ['a long value is not shown', 'WebAppProps', 'cpuLimit', 'x'.repeat(60)],
])('%s', (_, type, word, value) => {
  const suggestion = suggestProp(word, value, definitionShape(type) as ObjectShape);
  expect(suggestion).toMatch(/^use /);
  expect(suggestion).not.toContain(value);
});

test('a word that means nothing here gets the list of a few props, and nothing where there are many', () => {
  expect(suggestProp('colour', 1, definitionShape('MountOptions') as ObjectShape)).toMatch(
    /^props are readOnly, subPath/,
  );
  expect(suggestProp('colour', 1, definitionShape('WebAppProps') as ObjectShape)).toBeUndefined();
});
