import { type App, Chart } from 'cdk8s';
import { InitContainers, Pod, Qos } from 'cdk8s-patterns';

/**
 * An init container with NET_ADMIN sets a firewall rule before the app starts: port 8000 leads to port 8080, too.
 * registry.example.com/admin-box is a placeholder for an image with iptables.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'init-container');
  const pod = new Pod(chart, 'pod-init-container', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '64Mi' } }),
    port: 8080,
  });
  pod.with(
    InitContainers.iptables('iptables-init', {
      image: 'registry.example.com/admin-box:v0.1',
      rules: ['-t nat -A PREROUTING -p tcp --dport 8000 -j REDIRECT --to-port 8080'],
    }),
  );
}
