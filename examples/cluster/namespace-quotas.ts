import { type App, Chart } from 'cdk8s';
import { TenantNamespace } from 'cdk8s-patterns';

/**
 * A namespace with a quota on the number of pods, and with default, minimum and maximum resources of each container.
 *
 * Needs: Kubernetes 1.28 or later, and a network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'namespace-quotas');
  new TenantNamespace(chart, 'team-quota', {
    quota: { pods: 10, 'requests.cpu': '8', 'requests.memory': '16Gi' },
    limits: {
      default: { cpu: '500m', memory: '256Mi' },
      defaultRequest: { cpu: '200m', memory: '128Mi' },
      min: { cpu: '50m', memory: '32Mi' },
      max: { cpu: '2', memory: '1Gi' },
    },
  });
}
