import { forgetting } from '../../check';

/** After so many small apps most code that every app runs is compiled. */
const APPS = 60;

/**
 * Loads libraries, and has ours check an app: rules are loaded then, code is compiled, and constructs are observed from then on, which
 * would look like a change by the app later. Each further step checks another app, so that the code is compiled that the next
 * run of the app would have interpreted.
 */
export function* warmUp(libraries: readonly string[]): Generator<void> {
  const loaded = libraries.map((file) => [file, exportsOf(file)] as const);
  const entry = (name: RegExp): any => loaded.find(([file]) => name.test(file))?.[1];
  const cdk8s = entry(/[\\/]cdk8s[\\/]lib[\\/]index\.js$/);
  const patterns = entry(/[\\/]cdk8s-patterns[\\/]lib[\\/]index\.js$/);
  if (cdk8s === undefined || patterns === undefined) return;
  for (let number = 0; number < APPS; number++) {
    forgetting(() => {
      const app = new patterns.CheckedApp();
      for (const name of [`a${number}`, `b${number}`]) {
        const chart = new cdk8s.Chart(app, name, { namespace: name });
        for (const [id, object] of Object.entries(OBJECTS)) new cdk8s.ApiObject(chart, id, object);
        if (number === 0) chart.with(new patterns.Overlay({ kind: 'Deployment', metadata: { labels: LABELS } }));
      }
      app.synthYaml();
    });
    yield;
  }
}

/** A file that cannot be loaded alone is loaded when the app asks for it. */
function exportsOf(file: string): unknown {
  try {
    return require(file);
  } catch {
    return undefined;
  }
}

const LABELS = { app: 'web' };
const OBJECTS = {
  config: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: { MODE: 'on' } },
  service: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: LABELS, ports: [{ port: 80 }] },
  },
  deployment: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'nginx:1.27',
              ports: [{ containerPort: 80 }],
              envFrom: [{ configMapRef: { name: 'config' } }],
            },
          ],
        },
      },
    },
  },
};
