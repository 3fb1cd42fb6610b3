import { type App, Chart } from 'cdk8s';
import { InitContainers, Pod, Probes, Qos } from 'cdk8s-patterns';

/** Where a cluster without access to the internet has its images. */
const MIRROR = 'registry.example.com/mirror';
const mirrored = (image: string) => `${MIRROR}/${image}`;

/**
 * A cluster without access to public registries: every image comes from a mirror, and with the pull policy Never from
 * the node itself, which asks no registry. registry.example.com/mirror is a placeholder for your mirror, and the pod does
 * not start before its images are on the node (`ctr -n k8s.io images import images.tar`).
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'registry-mirror');
  const imagePullPolicy = 'Never';
  new Pod(chart, 'offline-web', {
    image: mirrored('nginxinc/nginx-unprivileged:1.27.3'),
    imagePullPolicy,
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
  }).with(
    InitContainers.waitForTcp('wait-for-api', {
      host: 'kubernetes.default',
      port: 443,
      image: mirrored('busybox:1.37.0'),
      imagePullPolicy,
    }),
  );
}
