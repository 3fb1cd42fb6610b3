import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A Burstable pod that would use two CPUs, and is limited to half a CPU.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'stress-pod');
  new Pod(chart, 'pod-stress', {
    image: 'busybox:1.36.1',
    imagePullPolicy: 'IfNotPresent',
    command: ['sh', '-c', 'yes > /dev/null & yes > /dev/null & wait'],
    qos: Qos.burstable({ requests: { cpu: '200m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } }),
    security: { runAsUser: 65534 },
  });
}
