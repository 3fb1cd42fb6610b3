import { type App, Chart } from 'cdk8s';
import { Permissions, Probes, Qos, Worker } from 'cdk8s-patterns';

/** A program that lists pods through the API server, with its own ServiceAccount and a minimal Role. */
export default function (app: App): void {
  const chart = new Chart(app, 'service-account');
  const client = new Worker(chart, 'in-cluster-client', {
    image: 'ghcr.io/acme/in-cluster-client:1.0.0',
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    probes: Probes.none(),
    automountServiceAccountToken: true,
  });
  new Permissions(chart, 'pod-reader', {
    to: client,
    rules: [{ resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  });
}
