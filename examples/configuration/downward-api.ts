import { type App, Chart } from 'cdk8s';
import { Env, Pod, Qos, Volumes } from 'cdk8s-patterns';

/**
 * A pod that knows itself: every pod and container field of the downward API, as environment variables and files.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'downward-api');
  new Pod(chart, 'test-downwardapi', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'env && cat /etc/podinfo/labels && sleep 3600'],
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi', ephemeralStorage: '1Gi' }),
    // BusyBox runs as root unless another user is set.
    security: { runAsUser: 65534 },
    labels: { zone: 'us-est-coast', cluster: 'test-cluster1', rack: 'rack-22' },
    podAnnotations: { build: '7' },
    env: {
      POD_NAME: Env.field('metadata.name'),
      POD_NAMESPACE: Env.field('metadata.namespace'),
      POD_UID: Env.field('metadata.uid'),
      POD_LABEL: Env.field("metadata.labels['zone']"),
      POD_ANNOTATION: Env.field("metadata.annotations['build']"),
      NODE_NAME: Env.field('spec.nodeName'),
      SERVICE_ACCOUNT: Env.field('spec.serviceAccountName'),
      HOST_IP: Env.field('status.hostIP'),
      POD_IP: Env.field('status.podIP'),
      POD_IPS: Env.field('status.podIPs'),
      CPU_LIMIT: Env.resource('limits.cpu', { divisor: '1m' }),
      CPU_REQUEST: Env.resource('requests.cpu', { divisor: '1m' }),
      MEMORY_LIMIT: Env.resource('limits.memory', { divisor: '1Mi' }),
      MEMORY_REQUEST: Env.resource('requests.memory'),
      DISK_LIMIT: Env.resource('limits.ephemeral-storage'),
      DISK_REQUEST: Env.resource('requests.ephemeral-storage'),
    },
    mounts: [
      Volumes.downwardApi('podinfo', { labels: 'metadata.labels', annotations: 'metadata.annotations' }).at(
        '/etc/podinfo',
      ),
    ],
  });
}
