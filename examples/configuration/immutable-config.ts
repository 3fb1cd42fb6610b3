import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, EnvFrom, Qos, Scaling, Worker } from 'cdk8s-patterns';

/**
 * Immutable configuration with a content hash in its name, so that a change causes a rollout.
 *
 * BusyBox stands for the program. Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'immutable-config');
  const config = new ConfigMap(chart, 'colors', {
    immutable: true,
    hashedName: true,
    from: [Content.literals({ COLOR: 'purple', SHADE: 'dark' })],
  });
  new Worker(chart, 'painter', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo Painting in $COLOR, $SHADE; exec sleep 3600'],
    qos: Qos.burstable({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '64Mi' } }),
    scaling: Scaling.fixed(2),
    envFrom: [EnvFrom.configMap(config)],
    security: { runAsUser: 65534 },
  });
}
