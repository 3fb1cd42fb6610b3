import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** S03: a pod of one image in a namespace of its own. */
export default function (app: App): void {
  const chart = new Chart(app, 's03-minimal-pod', { namespace: 'm58-namespace' });
  new PlainPod(chart, 'myapp2', { image: 'registry.example.com/myapp:v1.0', qos: Qos.bestEffort() });
}
