import { App, Chart, Duration } from 'cdk8s';
import { MetricsServer } from '../../../src/patterns';
import { manifestsOf, refusal } from '../render';

test('everything that kubectl top needs', () => {
  const chart = new Chart(new App(), 'metrics', { namespace: 'kube-system' });
  new MetricsServer(chart, 'metrics-server', { kubeletInsecureTls: true });
  const manifests = manifestsOf(chart);
  expect(Object.keys(manifests).sort()).toEqual([
    'APIService/v1beta1.metrics.k8s.io',
    'ClusterRole/system:aggregated-metrics-reader',
    'ClusterRole/system:metrics-server',
    'ClusterRoleBinding/metrics-server:system:auth-delegator',
    'ClusterRoleBinding/system:metrics-server',
    'Deployment/metrics-server',
    'RoleBinding/metrics-server-auth-reader',
    'Service/metrics-server',
    'ServiceAccount/metrics-server',
  ]);
  const [container] = manifests['Deployment/metrics-server'].spec.template.spec.containers;
  expect(container.args).toContain('--kubelet-insecure-tls');
  expect(manifests['Service/metrics-server'].spec.ports).toEqual([{ name: 'https', port: 443, targetPort: 'https' }]);
  expect(manifests['APIService/v1beta1.metrics.k8s.io'].spec).toMatchObject({
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    service: { name: 'metrics-server', namespace: 'kube-system' },
  });
  expect(manifests['RoleBinding/metrics-server-auth-reader'].roleRef).toMatchObject({
    kind: 'Role',
    name: 'extension-apiserver-authentication-reader',
  });
});

test('refuses to measure more often than it can', () => {
  expect(refusal((scope) => new MetricsServer(scope, 'm', { resolution: Duration.seconds(5) }))[0]).toContain(
    'resolution: must be 10 s or more, got 5 s',
  );
});
