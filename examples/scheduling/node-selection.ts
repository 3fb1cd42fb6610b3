import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * Pods for some nodes only, and a pod with entries of its own in /etc/hosts. on-ssd stays Pending unless a node has the
 * label disktype=ssd; on-knode1 runs only where a node is named knode1.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'node-selection');
  const nginx = { image: 'nginxinc/nginx-unprivileged:1.27.3', port: 8080, qos: Qos.bestEffort() };
  new Pod(chart, 'on-ssd', { ...nginx, nodeSelector: { disktype: 'ssd' } });
  new Pod(chart, 'on-knode1', { ...nginx, nodeName: 'knode1' });
  new Pod(chart, 'with-hosts', { ...nginx, hostAliases: { '10.1.2.3': ['foo.remote', 'bar.remote'] } });
}
