import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A Burstable pod that tries to use more than its limits. */
export default function (app: App): void {
  const chart = new Chart(app, 'stress-pod');
  new PlainPod(chart, 'pod-stress', {
    image: 'registry.example.com/stress-ng:0.17',
    imagePullPolicy: 'IfNotPresent',
    command: ['/usr/bin/stress-ng', '-c', '2', '--metrics-brief'],
    qos: Qos.burstable({ requests: { cpu: '200m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } }),
  });
}
