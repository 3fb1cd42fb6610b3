/** The programs that are measured, as the text of their files. */

/** One Deployment with its Service, with checks or without. */
export function firstApp(checked: boolean): string {
  return `const { App, Chart } = require('cdk8s');
const kplus = require('cdk8s-plus-28');
${checked ? "const { CheckedApp } = require('cdk8s-patterns');\n" : ''}const app = new ${checked ? 'CheckedApp' : 'App'}({ outdir: __dirname + '/out-${checked}' });
const chart = new Chart(app, 'shop', { namespace: 'shop' });
const web = new kplus.Deployment(chart, 'web', {
  metadata: { name: 'web' },
  containers: [{ image: 'ghcr.io/acme/shop:1.4.2', portNumber: 8080 }],
});
web.exposeViaService({ name: 'web' });
app.synth();
`;
}

/** The same in TypeScript; it writes where the command wants it. */
export function firstAppInTypeScript(checked: boolean): string {
  return `import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
${checked ? "import { CheckedApp } from 'cdk8s-patterns';\n" : ''}
const app: App = new ${checked ? 'CheckedApp' : 'App'}();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
const web = new kplus.Deployment(chart, 'web', {
  metadata: { name: 'web' },
  containers: [{ image: 'ghcr.io/acme/shop:1.4.2', portNumber: 8080 }],
});
web.exposeViaService({ name: 'web' });
app.synth();
`;
}

/** The least that any synthesis does: plain cdk8s constructs of the same charts, each rendered once and written as JSON, without checks. */
export function renderedOnce(charts: number): string {
  return manyCharts(false, charts).replace(
    'app.synth();',
    `const { mkdirSync, writeFileSync } = require('fs');
mkdirSync(app.outdir, { recursive: true });
for (const { apiObjects, node } of app.charts) {
  writeFileSync(app.outdir + '/' + node.id + '.json', apiObjects.map((object) => JSON.stringify(object.toJson())).join('\\n'));
}`,
  );
}

/** Charts of three objects each. With \`dependent\`, every chart waits for the one before. */
export function manyCharts(checked: boolean, charts: number, dependent = false): string {
  return `const { ApiObject, App, Chart } = require('cdk8s');
${checked ? "const { CheckedApp } = require('cdk8s-patterns');\n" : ''}const app = new ${checked ? 'CheckedApp' : 'App'}({ outdir: __dirname + '/out-many-${checked}' });
let before;
for (let index = 0; index < ${charts}; index++) {
  const chart = new Chart(app, 'chart-' + index, { namespace: 'team-' + index });
  const labels = { app: 'web' };
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { MODE: 'on' } });
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
  });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'ghcr.io/acme/shop:1.4.2',
              ports: [{ containerPort: 8080 }],
              envFrom: [{ configMapRef: { name: 'config' } }],
            },
          ],
        },
      },
    },
  });
  ${dependent ? 'if (before) chart.addDependency(before);\n  before = chart;' : ''}
}
app.synth();
`;
}
