import { type App, Chart } from 'cdk8s';
import { Content, Secret, Sensitive } from 'cdk8s-patterns';

/**
 * An Opaque Secret from base64 data, and one from string data, which the API server encodes.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'opaque-secret');
  new Secret(chart, 'login', {
    from: [Content.literal('username', 'admin'), Content.literal('password', Sensitive.text('example-only'))],
  });
  new Secret(chart, 'login-as-text', { from: [] }).addStringData('username', 'admin');
}
