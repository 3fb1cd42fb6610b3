import { type App, Chart } from 'cdk8s';
import { Content, Secret, Sensitive } from 'cdk8s-patterns';

/** S26: an opaque Secret, written as base64 data and as text that the server encodes. */
export default function (app: App): void {
  const chart = new Chart(app, 's26-opaque-secret');
  new Secret(chart, 'login', {
    from: [Content.literal('username', 'admin'), Content.literal('password', Sensitive.text('example-only'))],
  });
  new Secret(chart, 'login-as-text', { from: [] }).addStringData('username', 'admin');
}
