import type { Construct } from 'constructs';
import { checked } from '../props';
import { ScaledWorkload, type ScaledWorkloadProps } from './workload/scaled-workload';

/** Props of a Worker. */
export interface WorkerProps extends ScaledWorkloadProps {}

/**
 * A program without clients: it processes a queue or its own schedule. A WebApp without Service and
 * Ingress.
 *
 * @example
 * new Worker(chart, 'mailer', {
 *   image: 'ghcr.io/acme/mailer:2.0.1',
 *   qos: Qos.burstable({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } }),
 *   probes: Probes.exec(['mailer', 'health']),
 *   scaling: Scaling.on([Metric.external('queue_length', { average: '30' })], { min: 1, max: 10 }),
 * });
 */
@checked('Worker')
export class Worker extends ScaledWorkload {
  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id, props);
    this.isolate(props.networkPolicy);
  }
}
