import { ApiObject, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../../origin';
import { type ImageReference, Qos } from '../../pod';
import { checked, checkProps } from '../../props';
import { Permissions } from '../access/permissions';
import { withoutNamespace } from '../cluster-scoped';
import { Rollout } from '../scaling/rollout';
import { Scaling } from '../scaling/scaling';
import { WebApp } from '../web-app';

/** Props of a MetricsServer. */
export interface MetricsServerProps {
  /** @default 'registry.k8s.io/metrics-server/metrics-server:v0.7.2' */
  readonly image?: ImageReference;
  /** Skips verification of kubelet certificates; needed where they are self-signed, as on kubeadm and minikube. @default false */
  readonly kubeletInsecureTls?: boolean;
  /** Interval between measurements, 10 s or more. @default 15 s */
  readonly resolution?: Duration;
  /** Number of pods; two tolerate the loss of one. @default Scaling.fixed(1) */
  readonly scaling?: Scaling;
  /** @default 100m CPU and 200Mi, which suffices for 100 nodes */
  readonly qos?: Qos;
  /** Additional arguments. */
  readonly args?: readonly string[];
}

const IMAGE = 'registry.k8s.io/metrics-server/metrics-server:v0.7.2';
const NAMESPACE = 'kube-system';
const PORT = 10250;
const SHORTEST_RESOLUTION_SECONDS = 10;

/**
 * The add-on required by `kubectl top` and autoscaling on CPU and memory: ServiceAccount, RBAC, Deployment, Service and
 * APIService. Define it in a chart with the namespace kube-system.
 *
 * @see https://github.com/kubernetes-sigs/metrics-server/tree/v0.7.2/manifests
 * @example
 * const chart = new Chart(app, 'metrics-server', { namespace: 'kube-system' });
 * new MetricsServer(chart, 'metrics-server', { kubeletInsecureTls: true });
 */
@checked('MetricsServer')
export class MetricsServer extends RecordedConstruct {
  public readonly app: WebApp;
  public readonly apiService: ApiObject;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: MetricsServerProps = {}) {
    super(scope, id);
    const { scaling = Scaling.fixed(1), resolution = Duration.seconds(15) } = props;
    checkProps(this, (reportIssue) => {
      const seconds = resolution.toSeconds({ integral: false });
      if (seconds < SHORTEST_RESOLUTION_SECONDS) {
        reportIssue('resolution', `must be ${SHORTEST_RESOLUTION_SECONDS} s or more, got ${seconds} s`);
      }
    });
    const https = { port: 'https', scheme: 'HTTPS' } as const;
    this.app = new WebApp(this, 'metrics-server', {
      image: props.image ?? IMAGE,
      labels: { 'k8s-app': 'metrics-server' },
      ports: [{ name: 'https', port: PORT }],
      args: [
        '--cert-dir=/tmp',
        `--secure-port=${PORT}`,
        '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
        '--kubelet-use-node-status-port',
        `--metric-resolution=${resolution.toSeconds()}s`,
        ...(props.kubeletInsecureTls ? ['--kubelet-insecure-tls'] : []),
        ...(props.args ?? []),
      ],
      qos: props.qos ?? Qos.burstable({ requests: { cpu: '100m', memory: '200Mi' } }),
      probes: {
        liveness: { http: { path: '/livez', ...https } },
        readiness: { http: { path: '/readyz', ...https }, initialDelay: Duration.seconds(20) },
      },
      security: { runAsUser: 1000 },
      automountServiceAccountToken: true,
      priorityClassName: 'system-cluster-critical',
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      scaling,
      rollout: Rollout.rolling({ maxUnavailable: scaling.minimum > 1 ? 1 : 0 }),
    });
    this.grantRights();
    this.apiService = this.registerApi();
  }

  private grantRights(): void {
    const metrics = { apiGroups: ['metrics.k8s.io'], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] };
    withoutNamespace(
      new ApiObject(this, 'MetricsReader', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: {
          name: 'system:aggregated-metrics-reader',
          labels: {
            'k8s-app': 'metrics-server',
            ...Object.fromEntries(
              ['admin', 'edit', 'view'].map((role) => [`rbac.authorization.k8s.io/aggregate-to-${role}`, 'true']),
            ),
          },
        },
        rules: [metrics],
      }),
    );
    const to = this.app;
    const component = 'rights';
    new Permissions(this, 'system:metrics-server', {
      to,
      clusterWide: true,
      component,
      rules: [
        { resources: ['nodes/metrics'], verbs: ['get'] },
        { resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
      ],
    });
    new Permissions(this, 'metrics-server:system:auth-delegator', {
      to,
      clusterWide: true,
      component,
      role: 'system:auth-delegator',
    });
    new Permissions(this, 'metrics-server-auth-reader', {
      to,
      namespace: NAMESPACE,
      component,
      role: { kind: 'Role', name: 'extension-apiserver-authentication-reader' },
    });
  }

  private registerApi(): ApiObject {
    const { name, namespace = NAMESPACE } = this.app.service!.metadata;
    return withoutNamespace(
      new ApiObject(this, 'ApiService', {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name: 'v1beta1.metrics.k8s.io', labels: { 'k8s-app': 'metrics-server' } },
        spec: {
          group: 'metrics.k8s.io',
          groupPriorityMinimum: 100,
          // metrics-server uses a self-signed certificate.
          insecureSkipTLSVerify: true,
          service: { name, namespace },
          version: 'v1beta1',
          versionPriority: 100,
        },
      }),
    );
  }
}
