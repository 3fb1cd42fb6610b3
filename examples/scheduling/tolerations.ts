import { type App, Chart, Duration } from 'cdk8s';
import { Pod, Qos, type TolerationProps } from 'cdk8s-patterns';

/**
 * Pods that may run on tainted nodes: with both operators, all three effects, and with and without a key and an effect.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'tolerations');
  const tolerations: Record<string, TolerationProps[]> = {
    equal: [{ key: 'memeda', operator: 'Equal', value: 'hehehe', effect: 'NoExecute', duration: Duration.seconds(10) }],
    effects: [
      { key: 'memeda', value: 'hehehe', effect: 'NoSchedule' },
      { key: 'memeda', value: 'hehehe', effect: 'PreferNoSchedule' },
    ],
    'key-and-effect': [{ key: 'memeda', operator: 'Exists', effect: 'NoSchedule' }],
    'key-alone': [{ key: 'memeda', operator: 'Exists' }],
    'effect-alone': [{ operator: 'Exists', effect: 'NoExecute' }],
    everything: [{ operator: 'Exists' }],
  };
  for (const [name, list] of Object.entries(tolerations)) {
    new Pod(chart, name, {
      image: 'nginxinc/nginx-unprivileged:1.27.3',
      qos: Qos.bestEffort(),
      tolerations: list,
    });
  }
}
