import type { Construct } from 'constructs';
import { checked } from '../props';
import { Rollout, type RolloutOptions } from './scaling/rollout';
import { Scaling } from './scaling/scaling';
import { WebApp, type WebAppProps } from './web-app';

/** Props of a SingletonApp. */
export interface SingletonAppProps extends Omit<WebAppProps, 'scaling' | 'rollout' | 'disruptionBudget'> {
  /** Rollout options; the strategy is always Recreate. */
  readonly rollout?: RolloutOptions;
}

/**
 * A program that must not run twice at the same time: one pod, deleted before the next one starts. When a node fails,
 * Kubernetes can start a second pod before the first one has terminated; for a stricter guarantee use a StatefulApp
 * with one replica, or a lock in the program.
 *
 * @example
 * new SingletonApp(chart, 'scheduler', {
 *   image: 'ghcr.io/acme/scheduler:3.1.0',
 *   port: 8080,
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
 *   probes: Probes.http('/healthz'),
 * });
 */
@checked('SingletonApp')
export class SingletonApp extends WebApp {
  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: SingletonAppProps) {
    super(scope, id, {
      ...props,
      scaling: Scaling.fixed(1),
      rollout: Rollout.recreate(props.rollout),
      // Allows the eviction of the pod explicitly, for tools that check for a budget.
      disruptionBudget: { maxUnavailable: 1 },
    });
  }
}
