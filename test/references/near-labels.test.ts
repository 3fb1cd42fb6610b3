import { checkReferences } from '../../src/references';
import { differenceOf } from '../../src/values';

const labeled = (name: string, labels: object, namespace = 'shop') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
});
const service = (selector: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector, ports: [{ port: 80 }] },
});
const hints = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => /selects-nothing|peer-unknown/.test(rule))
    .map(({ severity, hint }) => `${severity}: ${hint}`);
const GENERIC = 'use the labels of the pod template';

describe('the workload with the labels most like those of a selector is named', () => {
  const redis = labeled('redis', { app: 'redis' });
  const session = labeled('session', { app: 'session' });

  test('of several, by the value', () => {
    for (const [value, name] of [
      ['session-api', 'session'],
      ['sesion', 'session'],
      ['my-redis', 'redis'],
    ]) {
      expect(hints(redis, session, service({ app: value }))).toEqual([
        `warning: Deployment "${name}" has app=${name}, not ${value}; ${GENERIC}`,
      ]);
    }
    expect(hints(redis, session, service({ app: 'checkout' }))).toEqual([
      `warning: found app=redis, app=session; ${GENERIC}`,
    ]);
    const others = ['a1', 'b2', 'c3', 'd4'].map((name) => labeled(name, { app: name }));
    expect(hints(...others, service({ app: 'checkout' }))).toEqual([`warning: ${GENERIC} in the selector`]);
  });

  test('by the value of another key', () => {
    const named = labeled('checkout', { 'app.kubernetes.io/name': 'checkout', tier: 'true' });
    expect(hints(redis, named, service({ app: 'checkout' }))).toEqual([
      `warning: Deployment "checkout" has app.kubernetes.io/name=checkout, not app=checkout; ${GENERIC}`,
    ]);
    expect(hints(labeled('redis', { name: 'redis', tier: 'true' }), service({ enabled: 'true' }))).toEqual([
      `warning: ${GENERIC} in the selector`,
    ]);
    expect(hints(named, service({ app: 'checkout', tier: 'yes' }))).toEqual([
      `warning: Deployment "checkout" has app.kubernetes.io/name=checkout, not app=checkout; ${GENERIC}`,
    ]);
  });

  test('never the pods that a policy is about, as its peers', () => {
    const policy = (spec: object) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'redis', namespace: 'shop' },
      spec,
    });
    const cilium = (spec: object) => ({ ...policy(spec), apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy' });
    const matchLabels = { app: 'redis' };
    const of = (app: string) => [
      policy({ podSelector: { matchLabels }, ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] }),
      cilium({ endpointSelector: { matchLabels }, ingress: [{ fromEndpoints: [{ matchLabels: { app } }] }] }),
    ];
    for (const one of of('session-api')) {
      expect(hints(redis, session, one)).toEqual([
        `warning: Deployment "session" has app=session, not session-api; ${GENERIC}`,
      ]);
    }
    for (const one of of('redis-client')) {
      expect(hints(redis, one)).toEqual([expect.not.stringContaining('"redis"')]);
    }
  });
});

test.each<[string, string, number]>([
  ['web', 'web', 0],
  ['web', 'web-api', 0.25],
  ['api', 'web-api', 0.25],
  ['web', 'webapi', 0.5],
  ['web', 'wev', 1 / 3],
  ['', 'web', 1],
  ['abc', 'xyz', 1],
])('%j and %j', (one, other, difference) => {
  expect(differenceOf(one, other)).toBe(difference);
  expect(differenceOf(other, one)).toBe(difference);
});

describe('terms of affinity and constraints of spreading', () => {
  const selecting = (labelSelector: object, type: string) => {
    const web = labeled('scorer', { app: 'scorer', tier: 'back' });
    const term = { topologyKey: 'kubernetes.io/hostname', labelSelector };
    const fields =
      type === 'spread'
        ? { topologySpreadConstraints: [{ ...term, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }] }
        : { affinity: { [type]: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
    const { template } = web.spec;
    return { ...web, spec: { ...web.spec, template: { ...template, spec: { ...template.spec, ...fields } } } };
  };
  const cache = labeled('cache', { app: 'price-cache' });
  const other = labeled('other', { app: 'other' });

  test.each([
    ['podAntiAffinity', 'risk-scorer', 'Deployment "scorer" has app=scorer, not risk-scorer'],
    ['podAffinity', 'pricing-cache', 'Deployment "cache" has app=price-cache, not pricing-cache'],
    ['spread', 'risk-scorer', 'Deployment "scorer" has app=scorer, not risk-scorer'],
    ['spread', 'pricing-cache', 'Deployment "scorer" has app=scorer, not pricing-cache'],
  ])('%s to %s', (type, app, near) => {
    expect(hints(cache, other, selecting({ matchLabels: { app } }, type))).toEqual([`warning: ${near}; ${GENERIC}`]);
  });

  test('pods of no such labels', () => {
    const named = selecting({ matchLabels: { name: 'cache' } }, 'podAffinity');
    expect(hints(cache, named)).toEqual([`warning: ${GENERIC} that is meant`]);
    const expression = { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] };
    expect(hints(cache, selecting(expression, 'spread'))).toEqual([`warning: ${GENERIC} in labelSelector`]);
  });
});
