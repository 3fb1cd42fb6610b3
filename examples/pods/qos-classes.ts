import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** The three Quality of Service classes, and an extended resource, which does not affect the class. */
export default function (app: App): void {
  const chart = new Chart(app, 'qos-classes');
  const image = 'registry.example.com/nginx:1.20.0';
  new PlainPod(chart, 'guaranteed', { image, qos: Qos.guaranteed({ cpu: '250m', memory: '500Mi' }) });
  new PlainPod(chart, 'burstable', {
    image,
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '500Mi' } }),
  });
  new PlainPod(chart, 'best-effort', { image, qos: Qos.bestEffort() });
  new PlainPod(chart, 'gpu', {
    image: 'registry.example.com/cuda-vector-add:v0.1',
    qos: Qos.guaranteed({ cpu: '1', memory: '1Gi', extended: { 'nvidia.com/gpu': 1 } }),
    restartPolicy: 'OnFailure',
  });
}
