import { type App, Chart } from 'cdk8s';
import { BatchJob, logs, Probes, Qos, Sidecars, Volumes } from 'cdk8s-patterns';

/** Native sidecars (Kubernetes 1.29 or later) that start before the app and let a Job complete. */
export default function (app: App): void {
  const chart = new Chart(app, 'native-sidecar');
  const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
  const report = new BatchJob(chart, 'report', { image: 'registry.example.com/report:v2', qos });
  report.with(
    Sidecars.envoy('proxy', {
      image: 'envoyproxy/envoy:v1.33.0',
      qos,
      config: Volumes.configMap('envoy'),
      ports: [{ name: 'proxy', port: 8080 }],
      probes: { startup: Probes.tcp({ port: 'proxy' }).startup },
    }),
    Sidecars.logShipper('shipper', { qos, reads: logs.at('/var/log/report') }),
  );
}
