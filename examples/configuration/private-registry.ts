import { type App, Chart } from 'cdk8s';
import { Pod, Qos, RegistrySecret, Sensitive } from 'cdk8s-patterns';

/**
 * Credentials for a private registry, and a pod that uses them to pull its image. registry.example.com is a placeholder
 * for your registry: the pod does not start before image, user and password are yours.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'private-registry');
  const login = new RegistrySecret(chart, 'registry-login', {
    server: 'registry.example.com',
    username: 'ci',
    password: Sensitive.text('example-only'),
  });
  new Pod(chart, 'private-app', {
    image: 'registry.example.com/team/app:1.0.0',
    qos: Qos.burstable({ requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '64Mi' } }),
    imagePullSecrets: [login],
  });
}
