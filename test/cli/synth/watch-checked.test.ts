import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEmptyFolder } from '../command-line';
import { Watched } from './watched';

const MAIN = `import { CheckedApp } from 'cdk8s-patterns';
import { ApiObject, Chart } from 'cdk8s';
import web from './charts/one';
import service from './charts/two';
const app = new CheckedApp();
const chart = new Chart(app, 'shop');
new ApiObject(chart, 'web', web as any);
new ApiObject(chart, 'service', service as any);
app.synth();
`;

const deployment = (replicas: unknown) => `export default {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: ${JSON.stringify(replicas)},
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.27.3' }] } },
  },
};
`;

const service = (app: string, targetPort: number) => `export default {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: '${app}' }, ports: [{ port: 80, targetPort: ${targetPort} }] },
};
`;

test(
  'a CheckedApp is checked again after every save, and writes nothing that is wrong',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder, {
        'main.ts': MAIN,
        'charts/one.ts': deployment(2),
        'charts/two.ts': service('web', 80),
      });
      const written = () => readFileSync(join(folder, 'dist', 'shop.k8s.yaml'), 'utf8');
      const unserved = 'forwards to port 8080';
      try {
        await watched.untilAfter(0);
        expect(watched.output()).not.toMatch(/\b(error|warning) /);
        expect(written()).toContain('replicas: 2');

        const wrong = await watched.save('charts/one.ts', deployment('two'));
        expect(wrong).toMatch(/spec\.replicas/);
        expect(wrong).toMatch(/charts\/one\.ts|main\.ts:7/);
        expect(written()).toContain('replicas: 2');
        await watched.save('charts/one.ts', deployment(3));
        expect(written()).toContain('replicas: 3');

        // Only the Service changes, and what is wrong is said of the Deployment, or of the Service about it.
        expect(await watched.save('charts/two.ts', service('web', 8080))).toContain(unserved);
        expect(written()).toContain('targetPort: 8080');
        expect(await watched.save('charts/two.ts', service('web', 80))).not.toContain(unserved);
        expect(await watched.save('charts/two.ts', service('wep', 80))).toContain('app=wep');
        expect(await watched.save('charts/two.ts', service('web', 80))).not.toContain('app=wep');
        expect(existsSync(join(folder, 'dist', 'shop.k8s.yaml'))).toBe(true);
      } finally {
        await watched.close();
      }
    }),
  200_000,
);
