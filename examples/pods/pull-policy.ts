import { type App, Chart } from 'cdk8s';
import { acknowledge, Image, Pod, Qos } from 'cdk8s-patterns';

/**
 * Every image pull policy, and the tag latest, which implies Always. The pod with Never starts only on a node that has
 * the image already.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'pull-policy');
  const sleeper = { command: ['sleep', '3600'], qos: Qos.bestEffort(), security: { runAsUser: 65534 } };
  for (const imagePullPolicy of ['Always', 'IfNotPresent', 'Never'] as const) {
    const name = `pull-${imagePullPolicy.toLowerCase()}`;
    new Pod(chart, name, { ...sleeper, image: 'busybox:1.36.1', imagePullPolicy });
  }
  const latest = new Pod(chart, 'pull-latest', { ...sleeper, image: Image.latest('busybox') });
  acknowledge(latest, 'image-tag-floating', 'shows what the tag latest does');
}
