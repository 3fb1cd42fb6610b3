import { type App, Chart } from 'cdk8s';
import { Permissions, Probes, Qos, Worker } from 'cdk8s-patterns';

/** S29: a program that asks the API server for pods, with a service account of its own that may do nothing else. */
export default function (app: App): void {
  const chart = new Chart(app, 's29-service-account');
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
