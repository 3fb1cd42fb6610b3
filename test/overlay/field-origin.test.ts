import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { amend, originOfField, overlay } from '../../src/overlay';
import { sourceLine } from './source-line';

function deployment() {
  return new k8s.KubeDeployment(new Chart(new App(), 'shop'), 'web', {
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      template: { spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  });
}

const pod = (spec: object) => ({ kind: 'Deployment' as const, spec: { template: { spec } } }) as any;

test('a field is traced to the overlay that wrote it, although later ones moved it', () => {
  const target = deployment();
  const first = sourceLine() + 1;
  overlay(
    target,
    pod({
      containers: [
        { name: 'web', tty: true },
        { name: 'side', image: 'side:1' },
      ],
    }),
  );
  const second = sourceLine() + 1;
  amend(target, (manifest) => {
    manifest.spec.template.spec.containers.unshift({ name: 'front', image: 'front:1' });
  });
  const at = (path: string) => originOfField(target, `spec.template.spec.${path}`);
  expect(at('containers[0].image')).toMatchObject({ line: second });
  expect(at('containers[1].tty')).toMatchObject({ line: first });
  expect(at('containers[1].image')).toBeUndefined();
  expect(at('containers[2].resources.limits[cpu]')).toMatchObject({ line: first });
  expect(at('containers[0].image')!.file).toMatch(/field-origin\.test\.ts$/);
});

test('the later of two overlays of one field is blamed', () => {
  const target = deployment();
  overlay(target, { kind: 'Deployment', spec: { replicas: 3 } });
  const second = sourceLine() + 1;
  overlay(target, { kind: 'Deployment', spec: { replicas: -1 } });
  expect(originOfField(target, 'spec.replicas')).toMatchObject({ line: second });
});

test('an overlay made after the first question is seen', () => {
  const target = deployment();
  expect(originOfField(target, 'spec.replicas')).toBeUndefined();
  overlay(target, { kind: 'Deployment', spec: { replicas: 3 } });
  expect(originOfField(target, 'spec.replicas')).toBeDefined();
});

test('a missing field is blamed on the overlay that deleted it', () => {
  const target = deployment();
  const line = sourceLine() + 1;
  overlay(target, pod({ containers: [{ name: 'web', image: null }] }));
  expect(originOfField(target, 'spec.template.spec.containers[0].image')).toMatchObject({ line });
});

test('a complaint about a whole object is blamed on the only overlay inside it', () => {
  const target = deployment();
  const line = sourceLine() + 1;
  overlay(target, { kind: 'Deployment', spec: { strategy: { rollingUpdate: { maxSurge: 0 } } } });
  expect(originOfField(target, 'spec.strategy')).toMatchObject({ line });
});

test('an explicit origin is kept', () => {
  const target = deployment();
  const origin = { file: 'values.yaml', line: 7, column: 3 };
  amend(target, (manifest) => ({ ...manifest, data: { 12: 'x' } }), { origin });
  expect(originOfField(target, 'data[12]')).toEqual(origin);
});
