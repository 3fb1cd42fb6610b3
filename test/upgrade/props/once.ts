import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** The construct of that name, which is created when it is asked for first. */
export function once<T extends Construct>(chart: Chart, id: string, create: () => T): T {
  return (chart.node.tryFindChild(id) as T | undefined) ?? create();
}
