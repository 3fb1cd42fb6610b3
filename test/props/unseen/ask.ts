import { App, Chart } from 'cdk8s';
import * as library from '../../../src';
import { formatIssue, PropsError, throwCollectedErrors } from '../../../src/props';

const { Credentials, Probes, Qos, Volumes } = library;

export { library };

/** What is created, the path of the prop that is misspelled, foreign or missing, and what its report must suggest. */
export type Case = readonly [make: (chart: Chart) => unknown, prop: string, suggestion: RegExp];

const exported = library as unknown as Record<string, new (...args: unknown[]) => unknown>;

export const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
export const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
export const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
export const stateful = { ...web, storage: [{ size: '10Gi', path: '/data' }] };
export const database = {
  database: 'blog',
  credentials: Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' }),
  storage: { size: '1Gi' },
  qos,
};
export const logs = Volumes.emptyDir('logs').at('/logs');

/** A construct with an id, as a program without type checks writes it. */
export const made =
  (name: string, props?: object) =>
  (chart: Chart): unknown =>
    new exported[name]!(chart, 'shop', props);

/** A mixin with a name. */
export const mixin = (name: string, props: object) => (): unknown => new exported[name]!('extra', props);

/** A mixin or class that takes props only. */
export const only = (name: string, props: object) => (): unknown => new exported[name]!(props);

/** A CheckedApp, which collects its issues until it is synthesized. */
export const checkedApp = (props: object) => (): unknown => {
  const app = new library.CheckedApp({ crds: false, ...props });
  throwCollectedErrors(app);
  return app;
};

/** WordPress with a database. */
export const blog =
  (props: object) =>
  (chart: Chart): unknown =>
    new library.WordPress(chart, 'blog', {
      database: new library.MySql(chart, 'db', database),
      storage: { size: '1Gi' },
      qos,
      ...props,
    } as never);

/** A factory or method that gets what no compiler would let pass. */
export const call = (run: (any: typeof loosely, chart: Chart) => unknown) => (chart: Chart) => run(loosely, chart);
const loosely = (props: unknown): never => props as never;

/** All issues of a program, as they are printed. */
export function issuesOf(make: (chart: Chart) => unknown): readonly string[] {
  const chart = new Chart(new App(), 'c', { namespace: 'store' });
  try {
    make(chart);
    return [];
  } catch (error) {
    if (error instanceof AggregateError)
      return error.errors.flatMap((one) => (one as PropsError).issues.map(formatIssue));
    if (error instanceof PropsError) return error.issues.map(formatIssue);
    return [String(error)];
  }
}

/** Whether an issue of that prop contains the suggestion. */
export function isSuggested([make, prop, suggestion]: Case): boolean {
  return issuesOf(make).some((issue) => issue.startsWith(`${prop}: `) && suggestion.test(issue));
}
