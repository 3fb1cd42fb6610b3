import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** A chart in the namespace `test` of a new app. */
export function testChart(): Chart {
  return new Chart(new App(), 'chart', { namespace: 'test' });
}

/** What a chart renders to, by `Kind/name`. */
export function manifestsOf(chart: Chart): Record<string, any> {
  const manifests = chart.toJson() as any[];
  const byName = Object.fromEntries(
    manifests.map((manifest) => [`${manifest.kind}/${manifest.metadata.name}`, manifest]),
  );
  expect(Object.keys(byName)).toHaveLength(manifests.length);
  return byName;
}

/** What one construct in a chart of its own renders to. */
export function rendered(make: (chart: Chart) => unknown): Record<string, any> {
  const chart = testChart();
  make(chart);
  return manifestsOf(chart);
}

/** Lines of the error that making a construct throws. */
export function refusal(make: (scope: Construct) => unknown): string[] {
  try {
    make(testChart());
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.trim());
  }
  throw new Error('was not refused');
}
