import { recommendedLabels, selectorLabels } from '../../src/manifest';

test('recommendedLabels names all that is known; the selector only what never changes', () => {
  expect(
    recommendedLabels({ name: 'mysql', instance: 'db', component: 'database', partOf: 'blog', version: '8.4' }),
  ).toEqual({
    'app.kubernetes.io/name': 'mysql',
    'app.kubernetes.io/instance': 'db',
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/part-of': 'blog',
    'app.kubernetes.io/version': '8.4',
    'app.kubernetes.io/managed-by': 'cdk8s',
  });
  expect(selectorLabels({ name: 'mysql' })).toEqual({
    'app.kubernetes.io/name': 'mysql',
    'app.kubernetes.io/instance': 'mysql',
  });
});
