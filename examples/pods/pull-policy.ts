import { type App, Chart } from 'cdk8s';
import { Image, PlainPod, Qos } from 'cdk8s-patterns';

/** Every image pull policy, and the tag latest, which implies Always. */
export default function (app: App): void {
  const chart = new Chart(app, 'pull-policy');
  const qos = Qos.bestEffort();
  for (const imagePullPolicy of ['Always', 'IfNotPresent', 'Never'] as const) {
    new PlainPod(chart, `pull-${imagePullPolicy.toLowerCase()}`, { image: 'nginx:1.27.3', imagePullPolicy, qos });
  }
  new PlainPod(chart, 'pull-latest', { image: Image.latest('nginx'), qos });
}
