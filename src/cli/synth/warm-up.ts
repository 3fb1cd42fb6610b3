/**
 * Loads libraries, and has ours check an app: rules are loaded then, code is compiled, and constructs are observed from then on, which
 * would look like a change by the app later.
 */
export function warmUp(libraries: readonly string[]): void {
  const loaded = libraries.map((file) => [file, exportsOf(file)] as const);
  const entry = (name: RegExp): any => loaded.find(([file]) => name.test(file))?.[1];
  const cdk8s = entry(/[\\/]cdk8s[\\/]lib[\\/]index\.js$/);
  const patterns = entry(/[\\/]cdk8s-patterns[\\/]lib[\\/]index\.js$/);
  if (cdk8s === undefined || patterns === undefined) return;
  const chart = new cdk8s.Chart(new patterns.CheckedApp(), 'warm-up');
  new cdk8s.ApiObject(chart, 'web', DEPLOYMENT);
  chart.with(new patterns.Overlay({ kind: 'Deployment', metadata: { labels: { app: 'web' } } }));
  chart.node.root.synthYaml();
}

/** A file that cannot be loaded alone is loaded when the app asks for it. */
function exportsOf(file: string): unknown {
  try {
    return require(file);
  } catch {
    return undefined;
  }
}

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] } },
  },
};
