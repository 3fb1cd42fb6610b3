import { checkManifests } from '../../src/check';

const labels = { app: 'web' };
const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1.0.0' }] } },
  },
};
const scaler = (apiVersion: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    maxReplicas: 3,
    scaleTargetRef: { apiVersion, kind: 'Deployment', name: 'web' },
    metrics: [{ type: 'External', external: { metric: { name: 'a' }, target: { type: 'Value', value: '1' } } }],
  },
});
const found = (apiVersion: string) =>
  checkManifests([web, scaler(apiVersion)]).map(({ rule, path, hint }) => [rule, path, hint]);

test('the wrong apiVersion of a target is one finding, which says what it is', () => {
  const path = 'spec.scaleTargetRef.apiVersion';
  expect(found('v1')).toEqual([['autoscaler-reference-api-version', path, 'set apiVersion: apps/v1']]);
  expect(found('extensions/v1beta1')).toEqual([['autoscaler-target-unknown', path, 'set apiVersion: apps/v1']]);
  expect(found('apps/v1')).toEqual([]);
});
