import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { stringifyManifests } from '../manifest';
import { apiObjectOf } from '../overlay';
import { withPlatformDefaults } from '../platform';
import { Env, type NamedContainerProps } from '../pod';
import { checked, type ReportIssue } from '../props';
import { Pod, type PodProps } from './pod';

/** Props of a StaticPod. */
export interface StaticPodProps
  extends Omit<
    PodProps,
    'serviceAccount' | 'automountServiceAccountToken' | 'imagePullSecrets' | 'nodeName' | 'networkPolicy' | 'metrics'
  > {}

/** The static pod directory of the kubelet in kubeadm clusters. */
export const STATIC_POD_FOLDER = '/etc/kubernetes/manifests';

/** Volume types that a static pod cannot use, because they reference API objects. */
const API_VOLUMES = ['configMap', 'secret', 'persistentVolumeClaim', 'projected', 'ephemeral'] as const;

/**
 * A pod that the kubelet of a node runs from a file, without the API server, as kubeadm runs the control plane. It cannot
 * use Secrets, ConfigMaps, claims or service accounts. The kubelet reads one pod from each file, so the pod must be the only
 * object of its chart; copy the file of the chart to `file` on the node.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 * @example
 * new StaticPod(chart, 'kube-proxy', {
 *   image: 'registry.k8s.io/kube-proxy:v1.36.0',
 *   qos: Qos.burstable({ requests: { cpu: '100m' } }),
 *   hostNetwork: true,
 *   priorityClassName: 'system-node-critical',
 * });
 */
@checked('StaticPod')
export class StaticPod extends Pod {
  /** Path where the kubelet of the node reads it. */
  public readonly file: string;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: StaticPodProps) {
    super(scope, id, props, (reportIssue) => checkStatic(props, reportIssue));
    this.file = `${STATIC_POD_FOLDER}/${this.name}.yaml`;
    this.node.addValidation({ validate: () => this.checkAlone() });
  }

  /** The content of the file. */
  public toYaml(): string {
    return stringifyManifests([withPlatformDefaults(this.podConstruct, apiObjectOf(this.podConstruct)!.toJson())]);
  }

  private checkAlone(): string[] {
    const objects = Chart.of(this)
      .node.findAll()
      .filter((construct) => ApiObject.isApiObject(construct));
    return objects.length === 1
      ? []
      : [
          'a static pod must be the only object of its chart, because the kubelet reads one pod from each file; use a separate chart',
        ];
  }
}

function checkStatic(props: StaticPodProps, reportIssue: ReportIssue): void {
  const containers: readonly NamedContainerProps[] = [{ name: 'main', ...props }, ...(props.containers ?? [])];
  const mounted = containers.flatMap(({ mounts = [] }) => mounts.map(({ volume }) => volume));
  for (const { name, source } of [...mounted, ...(props.volumes ?? [])]) {
    const kind = API_VOLUMES.find((candidate) => source[candidate] !== undefined);
    if (kind !== undefined)
      reportIssue('mounts', `volume ${JSON.stringify(name)} is a ${kind}, which a static pod cannot use`);
  }
  for (const { env = {}, envFrom = [] } of containers) {
    const names = Object.keys(env).filter((name) => {
      const value = env[name];
      return value instanceof Env && value.content !== undefined;
    });
    for (const name of names)
      reportIssue(`env.${name}`, 'references a Secret or ConfigMap, which a static pod cannot use');
    if (envFrom.length > 0) reportIssue('envFrom', 'references a Secret or ConfigMap, which a static pod cannot use');
  }
}
