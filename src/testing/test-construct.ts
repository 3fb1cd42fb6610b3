import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { CheckedApp, type CheckedAppProps } from '../app';
import { KUBERNETES_VERSIONS } from '../facts';
import { BadUseError } from './bad-use';
import { Manifest } from './manifest';

/** How to make the construct. */
export interface TestConstructOptions
  extends Pick<CheckedAppProps, 'kubernetesVersion' | 'crds' | 'allowKinds' | 'checks'> {
  /** Id of the construct. @default 'test' */
  readonly id?: string;
  /** Namespace of the chart. @default none */
  readonly namespace?: string;
}

/**
 * Makes a construct in an app of its own, with every check on and for every version that the package knows, and returns what
 * it synthesises to.
 *
 * @throws CheckFailed when kube-apiserver of one of the versions would refuse an object.
 * @example
 * testConstruct(WebApp, { image: 'ghcr.io/acme/shop:1.4.2', port: 8080, qos: Qos.bestEffort(), probes: Probes.http('/') })
 *   .hasResource('Deployment', 'test');
 */
export function testConstruct<Props>(
  construct: new (scope: Construct, id: string, props: Props) => Construct,
  props: Props,
  options: TestConstructOptions = {},
): Manifest {
  if (typeof construct !== 'function') {
    throw new BadUseError(
      `testConstruct wants the class of a construct, and got ${JSON.stringify(construct) ?? typeof construct}`,
    );
  }
  const { id = 'test', namespace, ...checks } = options;
  const app = new CheckedApp({ kubernetesVersion: KUBERNETES_VERSIONS, ...checks });
  const chart = new Chart(app, 'test', { namespace, disableResourceNameHashes: true });
  new construct(chart, id, props);
  app.synthYaml();
  return Manifest.fromApp(app);
}
