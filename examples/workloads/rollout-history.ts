import { type App, Chart } from 'cdk8s';
import { Probes, Qos, Rollout, WebApp } from 'cdk8s-patterns';

/** What is released, and why; `kubectl rollout history` shows the reason of each revision. */
const RELEASE = { version: '1.27.3', reason: 'nginx 1.27.3: fixes in HTTP/3' };

/**
 * A Deployment that keeps its last five revisions, each with the reason for the change, so that one can be chosen to
 * return to.
 *
 * `kubectl rollout history deployment storefront` lists them, and `kubectl rollout undo deployment storefront --to-revision=3` returns to one.
 * Afterwards set version and reason here to the same, or the next apply rolls it out again. Needs: Kubernetes 1.28 or
 * later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'rollout-history');
  new WebApp(chart, 'storefront', {
    image: `nginxinc/nginx-unprivileged:${RELEASE.version}`,
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    annotations: { 'kubernetes.io/change-cause': RELEASE.reason },
    rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0, revisionHistoryLimit: 5 }),
  });
}
