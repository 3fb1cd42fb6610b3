import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, Job, logVolume, Probes, Qos, Sidecar, Sidecars, Volumes } from 'cdk8s-patterns';

const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });

/** A program that runs once and writes a log file. */
const report = {
  image: 'busybox:1.36.1',
  command: ['sh', '-c', 'for page in 1 2 3; do echo page $page >> /var/log/report/report.log; sleep 1; done'],
  qos,
  security: { runAsUser: 65534 },
};

/** Envoy listens on port 8080 and forwards to the program on port 8081 of the same pod. */
const ENVOY = `static_resources:
  listeners:
    - address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.tcp_proxy
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                stat_prefix: report
                cluster: report
  clusters:
    - name: report
      type: STATIC
      load_assignment:
        cluster_name: report
        endpoints:
          - lb_endpoints:
              - endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: 8081 } } }
`;

/**
 * Native sidecars, which start before the app, stop after it, and let a Job complete.
 *
 * BusyBox stands for a program that writes a report. Needs: Kubernetes 1.29 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'native-sidecar');
  new Job(chart, 'report', report).with(
    new Sidecar('shipper', {
      image: 'busybox:1.36.1',
      command: ['sh', '-c', 'touch /tmp/ready; exec tail -n +1 -F /var/log/report/report.log 2> /dev/null'],
      qos,
      reads: logVolume.at('/var/log/report'),
      probes: { startup: { exec: ['test', '-e', '/tmp/ready'] } },
      security: { runAsUser: 65534 },
    }),
  );

  const proxied = new Chart(app, 'native-sidecar-envoy');
  const config = new ConfigMap(proxied, 'envoy', { from: [Content.literal('envoy.yaml', ENVOY)] });
  new Job(proxied, 'proxied-report', report).with(
    Sidecars.envoy('proxy', {
      image: 'envoyproxy/envoy:v1.33.0',
      qos,
      config: Volumes.configMap(config, { name: 'envoy' }),
      ports: [{ name: 'proxy', port: 8080 }],
      probes: { startup: Probes.tcp({ port: 'proxy' }).startup },
    }),
    Sidecars.logShipper('shipper', { qos, reads: logVolume.at('/var/log/report') }),
  );
}
