import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { addChecks, CheckedApp, type CheckFailed } from '../../src/app';
import { PodMixin, type RenderedPod } from '../../src/mixins';
import { overlay } from '../../src/overlay';
import { sourceLine } from './source-line';

class TooManyPorts extends PodMixin {
  public constructor() {
    super('TooManyPorts');
  }
  protected amendPod({ podSpec }: RenderedPod): void {
    podSpec.containers[0]!.ports = [{ containerPort: 70000 }];
  }
}

function deployment(app: App) {
  const labels = { app: 'web' };
  return new k8s.KubeDeployment(new Chart(app, 'shop'), 'web', {
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  });
}

function findingsOf(app: App) {
  try {
    app.synthYaml();
  } catch (error) {
    return (error as CheckFailed).findings.map(({ path, reason, category, file, line }) => ({
      path,
      reason,
      category,
      file,
      line,
    }));
  }
  return [];
}

test.each([
  ['CheckedApp', () => new CheckedApp({ kubernetesVersion: '1.36' })],
  ['a plain App with checks', () => addChecks(new App(), { kubernetesVersion: '1.36' })],
])('in %s a finding in a field that an overlay or mixin wrote names its line', (_, make) => {
  const app = make();
  const target = deployment(app);
  const misspelt: any = {
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ name: 'web', imagePullPolice: 'Always' }] } } },
  };
  const overlaid = sourceLine() + 1;
  overlay(target, misspelt);
  const finding = { category: 'api', file: __filename };
  expect(findingsOf(app)).toEqual([
    { ...finding, path: 'spec.template.spec.containers[0].imagePullPolice', reason: 'UnknownField', line: overlaid },
  ]);
  overlay(target, {
    kind: 'Deployment',
    spec: { template: { spec: { containers: [{ name: 'web', imagePullPolice: null } as any] } } },
  });
  const mixed = sourceLine() + 1;
  target.with(new TooManyPorts());
  expect(findingsOf(app)).toEqual([
    {
      ...finding,
      path: 'spec.template.spec.containers[0].ports[0].containerPort',
      reason: 'FieldValueInvalid',
      line: mixed,
    },
  ]);
});
