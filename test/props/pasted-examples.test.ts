import * as cdk8s from 'cdk8s';
import { Construct } from 'constructs';
import * as library from '../../src';

const { App, Chart } = cdk8s;

/** Classes that only subclasses create. */
const BASES = ['ScaledWorkload', 'SqlServer', 'Workload'];
/** The content of these files is checked, and an example has none. */
const OF_FILES = ['SshAuthSecret', 'TlsSecret'];
/** Containers of a pod that the example cannot know. */
const OF_CONTAINERS = ['AdapterMetrics', 'AmbassadorEgress'];

const CONSTRUCTS = Object.entries(library as Record<string, any>).filter(
  ([name, type]) =>
    type?.prototype instanceof Construct &&
    !(type.prototype instanceof App) &&
    ![...BASES, ...OF_FILES, ...OF_CONTAINERS].includes(name),
);

/** What the names in examples are in a program. */
function namesIn(chart: cdk8s.Chart): Record<string, unknown> {
  const { Credentials, MySql, Probes, Qos, Sensitive, WebApp } = library;
  const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
  const app = new WebApp(chart, 'app', { image: 'nginx:1.27.3', port: 80, qos, probes: Probes.none() });
  const database = new MySql(chart, 'database', {
    database: 'shop',
    credentials: Credentials.fromSecret('db-auth'),
    storage: { size: '10Gi' },
    qos,
  });
  const file = () => Sensitive.text('s3cret');
  return { ...cdk8s, ...library, Sensitive: { file }, app, workload: app, database };
}

/** The example of all props that a construct without any gets; undefined when it needs none. */
function exampleOf(type: new (...args: unknown[]) => unknown): string | undefined {
  try {
    new type(new Chart(new App(), 'c', { namespace: 'shop' }), 'x');
    return undefined;
  } catch (error) {
    return /an object with props is required, for example (.*)$/.exec((error as Error).message)![1];
  }
}

test.each(CONSTRUCTS)('the example for a %s without props is one when it is pasted', (_, type) => {
  const example = exampleOf(type)?.replace('new MySql(…)', 'database');
  if (example === undefined) return;
  const chart = new Chart(new App(), 'c', { namespace: 'shop' });
  const names = namesIn(chart);
  const props: unknown = new Function(...Object.keys(names), `return ${example}`)(...Object.values(names));
  expect(() => new type(chart, 'x', props)).not.toThrow();
});

test('the examples include those of the constructs that need one of several props', () => {
  const { Permissions, Secret, WebApp } = library as Record<string, any>;
  expect(exampleOf(WebApp)).toContain('port: 8080');
  expect(exampleOf(Permissions)).toContain('rules: [');
  expect(exampleOf(Secret)).toBe('{ from: [Content.literals({ password: Sensitive.file("/run/secrets/password") })] }');
});
