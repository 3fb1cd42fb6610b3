import { join } from 'node:path';
import { ApiObject, type App, Chart } from 'cdk8s';
import { Content, Secret, Sensitive } from 'cdk8s-patterns';

/**
 * A Secret from literals, a file, an env file and YAML, with the bytes that `kubectl create secret generic` creates.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'secret-four-ways');
  const files = join(__dirname, 'files');
  new Secret(chart, 'mysec1', {
    from: [Content.literal('user', 'tom'), Content.literal('password', Sensitive.text('example-only'))],
  });
  new Secret(chart, 'mysec2', { from: [Content.file(join(files, 'game.properties'))] });
  new Secret(chart, 'mysec3', { from: [Content.envFile(join(files, 'app.env'))] });
  new ApiObject(chart, 'mysec4', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'mysec4' },
    type: 'Opaque',
    data: { user: 'dG9t' },
  });
}
