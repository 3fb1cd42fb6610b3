import { App, Chart } from 'cdk8s';
import { CheckedApp } from '../../../src/app';
import {
  Credentials,
  ExternalDatabase,
  MySql,
  type MySqlProps,
  WordPress,
  type WordPressProps,
} from '../../../src/patterns';
import { Qos } from '../../../src/pod';
import { formatIssue, PropsError } from '../../../src/props/props-error';
import { Manifest } from '../../../src/testing';

export const QOS = Qos.guaranteed({ cpu: '500m', memory: '1Gi' });

export const mySqlProps: MySqlProps = {
  database: 'blog',
  user: 'blog',
  credentials: Credentials.fromSecret('db-auth', { rootPassword: 'root', password: 'pass' }),
  storage: { size: '20Gi' },
  qos: QOS,
};

/** A chart in an app with every check on. */
export function newChart(): { app: CheckedApp; chart: Chart } {
  const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'] });
  return { app, chart: new Chart(app, 'test', { namespace: 'blog', disableResourceNameHashes: true }) };
}

/** What a chart with these constructs synthesises to. */
export function synthesise(make: (chart: Chart) => unknown): Manifest {
  const { app, chart } = newChart();
  make(chart);
  app.synthYaml();
  return Manifest.fromApp(app);
}

export const mySql =
  (props: Partial<MySqlProps> = {}) =>
  (chart: Chart) =>
    new MySql(chart, 'db', { ...mySqlProps, ...props } as MySqlProps);

/** A WordPress on a database that somebody else runs. */
export const wordPress =
  (props: Partial<WordPressProps> = {}) =>
  (chart: Chart) =>
    new WordPress(chart, 'site', {
      database: new ExternalDatabase(chart, 'db', {
        host: 'db.internal',
        database: 'blog',
        user: 'blog',
        credentials: Credentials.fromSecret('db-auth', { password: 'pass' }),
      }),
      storage: { size: '10Gi' },
      qos: QOS,
      ...props,
    } as WordPressProps);

/** What is said to be wrong; empty when nothing is. */
export function issuesOf(make: (chart: Chart) => unknown): readonly string[] {
  try {
    // Of a plain app, which throws.
    make(new Chart(new App(), 'blog', { namespace: 'blog' }));
    return [];
  } catch (error) {
    if (error instanceof PropsError) return error.issues.map(formatIssue);
    throw error;
  }
}

/** Container of a workload by name. */
export function containerOf(manifest: Manifest, kind: string, name: string, container: string): any {
  const workload = manifest.objects.find((object: any) => object.kind === kind && object.metadata.name === name) as any;
  const { spec } = kind === 'CronJob' ? workload.spec.jobTemplate.spec.template : workload.spec.template;
  return [...spec.containers, ...(spec.initContainers ?? [])].find((candidate: any) => candidate.name === container);
}

export const envOf = (container: any): Record<string, any> =>
  Object.fromEntries(container.env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom?.secretKeyRef]));
