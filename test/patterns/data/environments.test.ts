import { valuesOf, WebStack } from '../../../examples/configuration/values-driven';
import { CheckedApp } from '../../../src/app';
import { Manifest } from '../../../src/testing';

/** Every field of every object by its path, but for the namespace, which is the environment's. */
function fieldsOf(environment: string): Map<string, unknown> {
  const app = new CheckedApp({ kubernetesVersion: '1.36' });
  const { objects } = Manifest.fromChart(new WebStack(app, 'web', 'web', valuesOf(environment)));
  const fields = new Map<string, unknown>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) fields.set(path, value);
    else for (const [key, inner] of Object.entries(value)) walk(`${path}.${key}`, inner);
  };
  for (const object of objects as any[]) walk(`${object.kind}/${object.metadata.name}`, object);
  return fields;
}

function difference(left: string, right: string): string[] {
  const [before, after] = [fieldsOf(left), fieldsOf(right)];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** Fields of objects that only one of the two has are told by their object. */
const summed = (paths: readonly string[], whole: readonly string[]) => [
  ...new Set(paths.map((path) => whole.find((object) => path.startsWith(`${object}.`)) ?? path)),
];

test('dev and staging differ in the log level and the Ingress', () => {
  expect(summed(difference('dev', 'staging'), ['Ingress/web'])).toEqual([
    'Deployment/web.spec.template.spec.containers.0.env.0.value',
    'Ingress/web',
  ]);
});

test('staging and prod differ in size, host and TLS', () => {
  const pod = 'Deployment/web.spec.template.spec';
  const whole = ['PodDisruptionBudget/web', `${pod}.topologySpreadConstraints`, 'Ingress/web.spec.tls'];
  expect(summed(difference('staging', 'prod'), whole)).toEqual([
    'Deployment/web.spec.replicas',
    `${pod}.containers.0.resources.limits.memory`,
    `${pod}.containers.0.resources.requests.cpu`,
    `${pod}.containers.0.resources.requests.memory`,
    `${pod}.topologySpreadConstraints`,
    'Ingress/web.spec.rules.0.host',
    'Ingress/web.spec.tls',
    'PodDisruptionBudget/web',
  ]);
});

test('the configuration reaches the pod as it stands in the values', () => {
  const { appConfig } = valuesOf('prod');
  expect(JSON.parse(appConfig['config.json']!)).toEqual({
    database: 'mysql',
    timeout: 5000,
    features: ['new-ui', 'fast-login'],
  });
  expect(fieldsOf('prod').get('ConfigMap/web-config.data.config.json')).toBe(appConfig['config.json']);
});
