import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { CheckedApp, type CheckedAppProps } from '../app';
import { KUBERNETES_VERSIONS } from '../facts';
import { requireArguments } from '../values';
import { unexpected } from './bad-use';
import { Manifest } from './manifest';

/** How to create the construct. */
export interface TestConstructOptions
  extends Pick<CheckedAppProps, 'kubernetesVersion' | 'crds' | 'allowKinds' | 'checks'> {
  /** Id of the construct. @default 'test' */
  readonly id?: string;
  /** Namespace of the chart. @default none */
  readonly namespace?: string;
}

/**
 * Creates a construct in an app of its own, with all checks for all supported versions, and returns its manifest.
 *
 * @throws CheckFailed when a check fails for one of the versions.
 * @example
 * testConstruct(WebApp, { image: 'ghcr.io/acme/shop:1.4.2', port: 8080, qos: Qos.bestEffort(), probes: Probes.http('/') })
 *   .hasResource('Deployment', 'test');
 */
export function testConstruct<Props>(
  construct: new (scope: Construct, id: string, props: Props) => Construct,
  props: Props,
  options: TestConstructOptions = {},
): Manifest {
  if (typeof construct !== 'function' || construct.prototype === undefined) {
    throw unexpected('testConstruct', 'the class of a construct', construct);
  }
  requireArguments('testConstruct', { options: [options, 'an object'] });
  const { id = 'test', namespace, ...checks } = options;
  const app = new CheckedApp({ kubernetesVersion: KUBERNETES_VERSIONS, ...checks });
  const chart = new Chart(app, 'test', { namespace, disableResourceNameHashes: true });
  new construct(chart, id, props);
  app.synthYaml();
  return Manifest.fromApp(app);
}
