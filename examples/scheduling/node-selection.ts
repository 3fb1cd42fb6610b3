import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A node selector, a node name, and host aliases. */
export default function (app: App): void {
  const chart = new Chart(app, 'node-selection');
  const nginx = { image: 'nginxinc/nginx-unprivileged:1.27.3', port: 8080, qos: Qos.bestEffort() };
  new PlainPod(chart, 'on-ssd', { ...nginx, nodeSelector: { disktype: 'ssd' } });
  new PlainPod(chart, 'on-knode1', { ...nginx, nodeName: 'knode1' });
  new PlainPod(chart, 'with-hosts', { ...nginx, hostAliases: { '10.1.2.3': ['foo.remote', 'bar.remote'] } });
}
