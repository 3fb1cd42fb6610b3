import { Chart } from 'cdk8s';
import type { KubernetesVersion } from '../facts';
import type { LocatedFinding } from './acknowledge';
import { findingAbout } from './construct-findings';

const RULE = 'metadata-namespace';

/** An invalid namespace of a chart is reported once, at the chart, and not for each of its objects. */
export function withChartNamespaces(
  located: readonly LocatedFinding[],
  versions: readonly KubernetesVersion[],
): LocatedFinding[] {
  const reported = new Set<Chart>();
  return located.flatMap((entry) => {
    const { construct, finding } = entry;
    if (finding.rule !== RULE) return [entry];
    const chart = Chart.of(construct);
    if (chart.namespace === undefined || chart.namespace !== finding.namespace) return [entry];
    if (reported.has(chart)) return [];
    reported.add(chart);
    const { rule, message, category, reason, hint } = finding;
    const simpler = chart.namespace
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '');
    const about = { rule, message, category, reason, hint: hint ?? `try "${simpler}"` };
    return [{ construct: chart, finding: { ...findingAbout(chart, versions, about), path: 'namespace' } }];
  });
}
