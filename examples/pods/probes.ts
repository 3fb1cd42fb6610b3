import { type App, Chart, Duration } from 'cdk8s';
import {
  ConfigMap,
  Content,
  external,
  Pod,
  type ProbeProps,
  type ProbeTiming,
  Qos,
  TenantNamespace,
  Volumes,
} from 'cdk8s-patterns';

const timing: ProbeTiming = {
  initialDelay: Duration.seconds(5),
  timeout: Duration.seconds(5),
  period: Duration.seconds(5),
  successThreshold: 1,
  failureThreshold: 6,
};

/** Startup, liveness and readiness probes that ask the same; readiness wants two answers in a row. */
const probesOf = (probe: ProbeProps) => ({
  startup: probe,
  liveness: probe,
  readiness: { ...probe, successThreshold: 2 },
});

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('probes-tls', { keys: ['tls.crt', 'tls.key'] })];

/**
 * Startup, liveness and readiness probes of every kind: a command, HTTP, HTTPS, a TCP connection and gRPC. The gRPC pod
 * runs ghcr.io/acme/stock, a placeholder for a server of yours that implements the gRPC health protocol on port 9000.
 *
 * Needs: Kubernetes 1.28 or later, and in namespace probes the Secret `probes-tls` with a certificate (tls.crt, tls.key).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'probes', { namespace: 'probes' });
  new TenantNamespace(chart, 'probes', { network: 'open' });
  const server = [
    'listen 8080;',
    'listen 8443 ssl;',
    'ssl_certificate /etc/tls/tls.crt;',
    'ssl_certificate_key /etc/tls/tls.key;',
    'location = /livez { return 200 "OK"; }',
  ];
  const configuration = new ConfigMap(chart, 'probes-nginx', {
    from: [Content.literal('default.conf', `server {\n  ${server.join('\n  ')}\n}\n`)],
  });
  const nginx = {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    ports: [
      { name: 'http', port: 8080 },
      { name: 'https', port: 8443 },
    ],
    mounts: [
      Volumes.configMap(configuration, { name: 'nginx' }).at('/etc/nginx/conf.d', { readOnly: true }),
      Volumes.secret('probes-tls', { items: { 'tls.crt': 'tls.crt', 'tls.key': 'tls.key' } }).at('/etc/tls'),
    ],
  };
  const livez = { path: '/livez', headers: { 'X-Probe': 'kubelet' } };
  const questions: Record<string, ProbeProps> = {
    exec: { exec: ['/bin/sh', '-c', 'test "$(curl -s http://127.0.0.1:8080/livez)" = OK'], ...timing },
    'http-get': { http: { ...livez, port: 'http', scheme: 'HTTP' }, ...timing },
    'https-get': { http: { ...livez, port: 'https', scheme: 'HTTPS' }, ...timing },
    'tcp-socket': { tcp: { port: 'http' }, ...timing },
  };
  for (const [way, probe] of Object.entries(questions)) {
    new Pod(chart, `pod-${way}`, { ...nginx, probes: probesOf(probe) });
  }
  new Pod(chart, 'pod-grpc', {
    image: 'ghcr.io/acme/stock:2.0.0',
    qos: Qos.bestEffort(),
    ports: [{ name: 'grpc', port: 9000 }],
    probes: probesOf({ grpc: { port: 'grpc' }, ...timing }),
  });
}
