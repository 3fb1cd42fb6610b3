import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, Probes, Qos, Scaling, Volumes, WebApp } from 'cdk8s-patterns';

/**
 * A web page from a ConfigMap mounted as a directory, and a single file by subPath, which is not updated on change.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'web-page');
  const html = new ConfigMap(chart, 'web-page-html', {
    from: [Content.literals({ 'index.html': '<h1>Hello</h1>\n', 'robots.txt': 'User-agent: *\nDisallow:\n' })],
  });
  new WebApp(chart, 'web-page', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.burstable({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '64Mi' } }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(2),
    mounts: [
      Volumes.configMap(html, { name: 'html', items: { 'index.html': 'index.html' } }).at('/usr/share/nginx/html', {
        readOnly: true,
      }),
      Volumes.configMap(html, { name: 'robots' }).at('/usr/share/nginx/robots/robots.txt', {
        subPath: 'robots.txt',
        readOnly: true,
      }),
    ],
  });
}
