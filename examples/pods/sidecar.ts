import { type App, Chart } from 'cdk8s';
import { Pod, Qos, Sidecar, Volumes } from 'cdk8s-patterns';

/**
 * An Envoy sidecar that fetches its configuration when it starts. config.example.com is a placeholder for the server that
 * has it, and registry.example.com/envoy-alpine for an image with Envoy, a shell and wget.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'sidecar');
  const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
  const config = Volumes.emptyDir('envoy-config').at('/etc/envoy');
  const url = 'http://config.example.com/kubernetes/envoy.yaml';
  const pod = new Pod(chart, 'sidecar-test', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo Hello > /tmp/index.html; exec httpd -f -h /tmp -p $HOST:$PORT'],
    qos,
    env: { HOST: '127.0.0.1', PORT: 8000 },
    security: { runAsUser: 65534 },
  });
  pod.with(
    new Sidecar('proxy', {
      image: 'registry.example.com/envoy-alpine:v1.14.1',
      qos,
      command: [
        'sh',
        '-c',
        'until [ -s /etc/envoy/envoy.yaml ]; do sleep 1; done; exec envoy -c /etc/envoy/envoy.yaml',
      ],
      ports: [{ name: 'proxy', port: 8080 }],
      mounts: [config],
      lifecycle: { postStart: { exec: ['wget', '-O', '/etc/envoy/envoy.yaml', url] } },
      security: { runAsUser: 101 },
    }),
  );
}
