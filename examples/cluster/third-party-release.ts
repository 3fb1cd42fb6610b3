import { join } from 'node:path';
import { type App, Chart, Include } from 'cdk8s';
import { HealthChecks, Overlay, Probes, Restricted } from 'cdk8s-patterns';

/**
 * The release file of another project, included as it is published and amended for this cluster: Pod Security, probes, resources,
 * replicas, and no load balancer. The next release is a new file; what is amended here and no longer there is reported.
 *
 * greeter-1.2.0.yaml stands for the file of a project such as an Ingress controller, with nginx as its program. Needs:
 * Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'third-party-release');
  const release = new Include(chart, 'greeter', { url: join(__dirname, 'files', 'greeter-1.2.0.yaml') });
  release.with(
    new Overlay({
      kind: 'Namespace',
      metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    }),
    new Overlay({ kind: 'Service', spec: { type: 'ClusterIP' } }),
    new Overlay({
      kind: 'Deployment',
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              {
                name: 'greeter',
                resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } },
              },
            ],
          },
        },
      },
    }),
    new Restricted(),
    new HealthChecks(Probes.http('/', { port: 8080 })),
  );
}
