import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * The three Quality of Service classes, and a graphics card, which does not affect the class: pod gpu stays Pending
 * unless a node offers nvidia.com/gpu.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'qos-classes');
  const image = 'nginxinc/nginx-unprivileged:1.27.3';
  new Pod(chart, 'guaranteed', { image, qos: Qos.guaranteed({ cpu: '250m', memory: '500Mi' }) });
  new Pod(chart, 'burstable', {
    image,
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '500Mi' } }),
  });
  new Pod(chart, 'best-effort', { image, qos: Qos.bestEffort() });
  new Pod(chart, 'gpu', {
    image: 'registry.k8s.io/cuda-vector-add:v0.1',
    qos: Qos.guaranteed({ cpu: '1', memory: '1Gi', extended: { 'nvidia.com/gpu': 1 } }),
    restartPolicy: 'OnFailure',
    security: { runAsUser: 65534 },
  });
}
