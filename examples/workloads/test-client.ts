import { type App, Chart, Duration } from 'cdk8s';
import { Job, Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/**
 * A Job that calls a web application through its Service and fails when the answer is wrong, for a test after a rollout.
 *
 * To look into a running pod without a shell of its own, add a container to it instead:
 * `kubectl -n test-client debug -it deploy/web --image=busybox:1.36.1 --target=web --profile=restricted -- sh`. Needs: Kubernetes 1.28 or later, and a
 * network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'test-client', { namespace: 'test-client' });
  new TenantNamespace(chart, 'test-client');
  const qos = Qos.guaranteed({ cpu: '50m', memory: '64Mi' });
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos,
    probes: Probes.http('/'),
    networkPolicy: {},
  });
  const script = 'wget -q -O - -T 5 "$WEB_URL" | grep "<title>Welcome to nginx!</title>"';
  new Job(chart, 'smoke-test', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', script],
    qos,
    security: { runAsUser: 65534 },
    backoffLimit: 4,
    ttlAfterFinished: Duration.hours(1),
    networkPolicy: {},
  }).connectTo(web.connectionAs({ url: 'WEB_URL' }), { waitFor: true });
}
