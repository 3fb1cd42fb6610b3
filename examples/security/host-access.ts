import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A pod on the host network, and a pod with a single host port. */
export default function (app: App): void {
  const chart = new Chart(app, 'host-access');
  const demo = { image: 'registry.example.com/pod-test:v0.1', env: { PORT: 9999 }, qos: Qos.bestEffort() };
  new PlainPod(chart, 'pod-hostnetwork-demo', { ...demo, hostNetwork: true });
  new PlainPod(chart, 'pod-hostport-demo', { ...demo, ports: [{ name: 'http', port: 9999, hostPort: 8888 }] });
}
