import { App, Chart, Names } from 'cdk8s';
import { chartFileName, resourceFileNames } from '../../src/app/file-names';

test('files have the names that cdk8s gives them', () => {
  const app = new App();
  const parent = new Chart(app, 'shop');
  for (const chart of [parent, new Chart(parent, 'inner'), new Chart(app, 'with_under'), new Chart(app, 'Upper')]) {
    expect(chartFileName(chart)).toBe(Names.toDnsLabel(chart));
  }
});

test('the language of the machine does not show in a name', () => {
  const chart = new Chart(new App(), 'IMAGES');
  const plain = Names.toDnsLabel(chart);
  const turkish = jest.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string) {
    return this.replaceAll('I', 'ı').toLowerCase();
  });
  expect(Names.toDnsLabel(chart)).not.toBe(plain);
  expect(chartFileName(chart)).toBe(plain);
  turkish.mockRestore();
});

test('objects that would share a file get as much more of their identity as it takes', () => {
  const object = (kind: string, name: string, namespace?: string, apiVersion = 'v1') => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
  });
  expect(
    resourceFileNames([
      object('ConfigMap', 'only'),
      object('ConfigMap', 'two', 'a'),
      object('ConfigMap', 'two', 'b'),
      object('Service', 'web', 'a'),
      object('Service', 'web', 'a', 'serving.knative.dev/v1'),
    ]),
  ).toEqual([
    'ConfigMap.only',
    'ConfigMap.a.two',
    'ConfigMap.b.two',
    'Service.a.web',
    'Service.serving.knative.dev.a.web',
  ]);
  const roles = resourceFileNames([object('ClusterRole', 'system:x'), object('ClusterRole', 'systemx')]);
  expect(new Set(roles).size).toBe(2);
});
