import { container, deployment, limitRange, namespace, pod } from '../../src/admission/examples';
import { checkManifests } from '../../src/check';
import { verdictsOf } from '../../src/report';

const large = container({ resources: { limits: { cpu: '2' } } });

test('each object has the answer of kubectl apply, in order', () => {
  const objects: object[] = [
    namespace({}),
    limitRange({ max: { cpu: '1' } }),
    pod({ containers: [large] }),
    deployment({}, { containers: [large] }),
    { ...pod({}), metadata: { name: 'blog', namespace: 'elsewhere' } },
  ];
  const findings = checkManifests(objects, { cluster: 'empty' });
  const verdicts = verdictsOf(
    objects.map((object, document) => ({ object, document })),
    findings,
  );
  expect(verdicts.map(({ kind, name, verdict, message, pods }) => [kind, name, verdict, message, pods])).toEqual([
    ['Namespace', 'shop', 'accepted', undefined, undefined],
    ['LimitRange', 'limits', 'accepted', undefined, undefined],
    [
      'Pod',
      'shop',
      'refused',
      'pods "shop" is forbidden: maximum cpu usage per Container is 1, but limit is 2',
      undefined,
    ],
    ['Deployment', 'shop', 'accepted', undefined, 'never'],
    ['Pod', 'blog', 'refused', 'namespaces "elsewhere" not found', undefined],
  ]);
});
