import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, EnvFrom, Qos, Scaling, Worker } from 'cdk8s-patterns';

/** Immutable configuration with a content hash in its name, so that a change causes a rollout. */
export default function (app: App): void {
  const chart = new Chart(app, 'immutable-config');
  const config = new ConfigMap(chart, 'colours', {
    immutable: true,
    hashedName: true,
    from: [Content.literals({ COLOUR: 'purple', SHADE: 'dark' })],
  });
  new Worker(chart, 'painter', {
    image: 'ghcr.io/acme/painter:2.1.0',
    qos: Qos.burstable({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '64Mi' } }),
    scaling: Scaling.fixed(2),
    envFrom: [EnvFrom.configMap(config)],
  });
}
