import type { Construct } from 'constructs';
import { Rollout, type RolloutOptions } from './scaling/rollout';
import { Scaling } from './scaling/scaling';
import { WebApp, type WebAppProps } from './web-app';

/** Props of a SingletonService. */
export interface SingletonServiceProps extends Omit<WebAppProps, 'scaling' | 'rollout' | 'disruptionBudget'> {
  /** How the one pod is replaced; always by stopping it first. */
  readonly rollout?: RolloutOptions;
}

/**
 * A program of which never two may run at a time: one pod, stopped before the next one starts. When a node is lost,
 * Kubernetes may still start a second pod before the first is known to be gone; for stricter needs use a StatefulService
 * of one, which waits, or a lock in the program.
 *
 * @example
 * new SingletonService(chart, 'scheduler', {
 *   image: 'ghcr.io/acme/scheduler:3.1.0',
 *   port: 8080,
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
 *   probes: Probes.http('/healthz'),
 * });
 */
export class SingletonService extends WebApp {
  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: SingletonServiceProps) {
    super(scope, id, {
      ...props,
      scaling: Scaling.fixed(1),
      rollout: Rollout.recreate(props.rollout),
      // Says that the pod may be evicted, for tools that look for a budget; with one pod there is no other choice.
      disruptionBudget: { maxUnavailable: 1 },
    });
  }
}
