import { App, Testing } from 'cdk8s';
import { Manifest, Match } from 'cdk8s-patterns/testing';
import { type Finding, validate } from 'cdk8s-patterns/validation';
import { MyChart } from './main';

describe('Placeholder', () => {
  test('Empty', () => {
    const app = Testing.app();
    const chart = new MyChart(app, 'test-chart');
    const results = Testing.synth(chart);
    expect(results.length).toBeGreaterThan(0);
  });

  test('the testing kit', () => {
    const chart = new MyChart(new App(), 'test-chart');
    const image = Match.capture<string>();
    Manifest.fromChart(chart).hasResource('Deployment', 'shop', {
      spec: { replicas: 2, template: { spec: { containers: [{ image: image as any }] } } },
    });
    expect(image.value).toBe('registry.example.com/shop:1.4.2');
    expect(chart).toPassPolicy('restricted', ['1.28', '1.36']);
    const findings: Finding[] = validate(chart.toJson(), { kubernetesVersion: '1.36' });
    expect(findings).toEqual([]);
  });
});
