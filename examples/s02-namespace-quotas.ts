import { type App, Chart } from 'cdk8s';
import { TenantNamespace } from 'cdk8s-patterns';

/** S02: a namespace with a most number of pods and limits for single containers. */
export default function (app: App): void {
  const chart = new Chart(app, 's02-namespace-quotas');
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
