import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A pod with one container in its own namespace. */
export default function (app: App): void {
  const chart = new Chart(app, 'minimal-pod', { namespace: 'm58-namespace' });
  new PlainPod(chart, 'myapp2', { image: 'registry.example.com/myapp:v1.0', qos: Qos.bestEffort() });
}
