import { type App, Chart } from 'cdk8s';
import { NodeAgent, Qos, Volumes } from 'cdk8s-patterns';

/** A log collector on every node, including the control plane. */
export default function (app: App): void {
  const chart = new Chart(app, 'daemon-set', { namespace: 'logging' });
  const hostPath = (name: string, path: string) => Volumes.hostPath(name, path, { type: 'Directory' });
  new NodeAgent(chart, 'fluentd-elasticsearch', {
    image: 'quay.io/fluentd_elasticsearch/fluentd:v4.7.0',
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } }),
    onControlPlane: true,
    security: { runAsRoot: true },
    mounts: [
      hostPath('varlog', '/var/log').at('/var/log', { readOnly: true }),
      hostPath('pods', '/var/lib/docker/containers').at('/var/lib/docker/containers', { readOnly: true }),
    ],
  });
}
