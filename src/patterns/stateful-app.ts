import type { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { appsV1, coreV1 } from '../kubernetes';
import type { NetworkPeer } from '../network';
import { amend, OVERLAY_TARGET } from '../overlay';
import { checkOneOf, copyOf, definedFields, type Probes, type ProbesProps, under } from '../pod';
import { checked, type ReportIssue } from '../props';
import { dns1035Label, dns1123Label } from '../values';
import type { Connectable, Connection } from './connection';
import { routedPort } from './exposure/exposed-ports';
import type { Routable } from './exposure/route-target';
import { makeService, type ParsedService, parseService, serviceOfEveryPod } from './exposure/service';
import type { ServiceProps } from './exposure/service-props';
import { makeAutoscaler } from './scaling/autoscaler';
import type { DisruptionBudgetProps } from './scaling/disruption-budget';
import { makeDisruptionBudget, metricContext, parseScaledPods, type ScaledPods } from './scaling/scaled-pods';
import { Scaling } from './scaling/scaling';
import { type ServiceConnectionOptions, type ServiceVariables, serviceConnection } from './service-connection';
import { type StatefulRollout, statefulRolloutManifest } from './stateful-rollout';
import { claimMountsManifest, claimTemplatesManifest, type VolumeClaimTemplateProps } from './stateful-storage';
import { checkDrain, type DrainProps, lifecycleWithDrain } from './workload/drain';
import { Workload } from './workload/workload';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a StatefulApp. */
export interface StatefulAppProps extends WorkloadProps, DrainProps {
  /** Health checks; `Probes.none()` for none. */
  readonly probes: Probes | ProbesProps;
  /** Number of pods, which are named from `name-0` on. @default Scaling.fixed(1) */
  readonly scaling?: Scaling;
  /**
   * Storage of each pod, retained when the pod is replaced. Immutable, its size too: grow the claims themselves, delete the StatefulSet
   * with `--cascade=orphan`, and apply the new size.
   */
  readonly storage?: readonly VolumeClaimTemplateProps[];
  /** Starts and stops all pods in parallel instead of in order. Immutable. @default false */
  readonly parallel?: boolean;
  /** @default one pod at a time, from the largest ordinal to 0 */
  readonly rollout?: StatefulRollout;
  /** What happens to claims when the StatefulSet is deleted or scaled down. @default retained */
  readonly storageRetention?: {
    /** On deletion of the StatefulSet. @default 'Retain' */
    readonly whenDeleted?: 'Retain' | 'Delete';
    /** On scale-down. @default 'Retain' */
    readonly whenScaled?: 'Retain' | 'Delete';
  };
  /** A Service for clients that do not depend on a specific pod. @default ClusterIP */
  readonly service?: ServiceProps;
  /** PodDisruptionBudget; `false` for none. @default one pod at a time, if the minimum is two or more */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

/** Pods are named `<name>-<ordinal>`, and their revision label appends 11 characters. */
const LONGEST_NAME = 52;
const HEADLESS = 'headless';

/**
 * Pods with a stable identity: each has its own name and storage. A StatefulSet with a headless Service for the DNS names
 * of the pods, and a Service for clients.
 *
 * @example
 * new StatefulApp(chart, 'web', {
 *   image: 'nginx:1.27.3',
 *   port: 80,
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
 *   probes: Probes.http('/'),
 *   scaling: Scaling.fixed(3),
 *   storage: [{ size: '1Gi', path: '/usr/share/nginx/html' }],
 * });
 */
@checked('StatefulApp')
export class StatefulApp extends Workload implements Connectable, Routable {
  public readonly statefulSet: kplus.StatefulSet;
  /** The Service for the DNS names of the pods: `<pod>.<name>-headless`. */
  public readonly headlessService: kplus.Service;
  /** The Service for clients; undefined for service type None. */
  public readonly service: kplus.Service | undefined;
  /** Undefined for a single replica, or when it is disabled. */
  public readonly disruptionBudget: ApiObject | undefined;
  /** Undefined for a fixed number of pods, and for one that something else sets. */
  public readonly autoscaler: kplus.HorizontalPodAutoscaler | undefined;
  private readonly scaling: Scaling;
  private readonly serviceProps: ServiceProps;
  private readonly exposed: ParsedService | undefined;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: StatefulAppProps) {
    const { scaling = Scaling.fixed(1), storage = [], service = {} } = props;
    let setFields: ReturnType<typeof setManifest> = {};
    let scaled: ScaledPods | undefined;
    let clientService: ParsedService | undefined;
    super(
      scope,
      id,
      { ...props, lifecycle: lifecycleWithDrain(scope, props) },
      {
        nameCheck: setName,
        severalPods: scaling.maximum > 1,
        check: (reportIssue, naming, pod) => {
          setFields = setManifest(props, reportIssue);
          checkDrain(scope, props, reportIssue);
          scaled = parseScaledPods(props, scaling, () => pod.spec(naming), reportIssue);
          if (pod.ports.length === 0) reportIssue('port', 'is required for the headless Service, for example 8080');
          clientService = parseService(service, pod.ports, under(reportIssue, 'service'));
        },
      },
    );
    this.scaling = scaling;
    const headless = { ...this.metadata, name: `${this.name}-${HEADLESS}` };
    this.headlessService = makeService(this, 'HeadlessService', headless, {}, serviceOfEveryPod(this.podModel.ports));
    this.statefulSet = new kplus.StatefulSet(this, 'StatefulSet', {
      ...this.kplusProps(props),
      service: this.headlessService,
      replicas: scaling.replicas,
    });
    this.completeService();
    amend(this.statefulSet, (manifest) => {
      const { selector, template } = manifest.spec;
      const { volumeClaimTemplates, ...spec } = copyOf(setFields);
      const { name: serviceName } = this.headlessService;
      const rest = definedFields({ volumeClaimTemplates });
      const replicas = scaling.replicas === undefined ? {} : { replicas: scaling.replicas };
      manifest.spec = { ...replicas, serviceName, ...spec, selector, template, ...rest };
    });
    this.adopt(this.statefulSet);
    this.mountOwnStorage(storage);
    this.serviceProps = service;
    this.exposed = clientService;
    this.service = clientService && makeService(this, 'Service', this.metadata, this.selectorLabels, clientService);
    this.autoscaler = makeAutoscaler(this, 'Autoscaler', this.metadata, this.statefulSet, scaled?.autoscaler);
    this.disruptionBudget = makeDisruptionBudget(this, this.metadata, scaled?.budget);
    // Pods with names of their own usually have them to find each other.
    const ownPods = props.networkPolicy?.ownPods ?? scaling.maximum > 1;
    this.isolate(props.networkPolicy && { ...props.networkPolicy, ownPods });
  }

  /** The connection of other workloads to this one, through the Service for clients, or the headless one where there is none. */
  public get connection(): Connection {
    return serviceConnection(this, this.service ?? this.headlessService, this.serviceProps, undefined, {});
  }

  /**
   * The connection with other names of variables, to another port, or with another URL scheme.
   *
   * @throws PropsError when the Service does not have the port, or the scheme of a URL is not known.
   * @example
   * shop.connectTo(cache.connectionAs({ host: 'CACHE_HOST', port: 'CACHE_PORT' }));
   */
  public connectionAs(variables: ServiceVariables, options: ServiceConnectionOptions = {}): Connection {
    return serviceConnection(this, this.service ?? this.headlessService, this.serviceProps, variables, options);
  }

  public get podConstruct(): kplus.StatefulSet {
    return this.statefulSet;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'StatefulSet', construct: this.statefulSet } as const;
  }

  /** Allows peers, such as the pods of a gateway, to connect to the port that routes use, if there is a NetworkPolicy. */
  public allowRoute(from: NetworkPeer | readonly NetworkPeer[]): this {
    return this.allowIngress(routedPort(this.exposed, from));
  }

  protected override checkRendered(spec: coreV1.PodSpec, reportIssue: ReportIssue): void {
    super.checkRendered(spec, reportIssue);
    this.scaling.autoscalerManifest(metricContext(spec), reportIssue);
  }

  /** cdk8s-plus makes the headless Service select by its own label when the StatefulSet is created. */
  private completeService(): void {
    amend(this.headlessService, (manifest) => {
      manifest.spec.selector = { ...this.selectorLabels };
    });
  }

  private mountOwnStorage(storage: readonly VolumeClaimTemplateProps[]): void {
    if (storage.length === 0) return;
    amend(this.statefulSet, (manifest) => {
      const main = manifest.spec.template.spec.containers.find(({ name }: any) => name === this.podModel.containerName);
      main.volumeMounts = [...claimMountsManifest(storage), ...(main.volumeMounts ?? [])];
    });
  }
}

function setName(name: string): readonly string[] {
  if (name.length > LONGEST_NAME && name.length <= 63) return [`must not be longer than ${LONGEST_NAME} characters`];
  return dns1123Label(name).length > 0 ? dns1123Label(name) : dns1035Label(name);
}

function setManifest(
  props: StatefulAppProps,
  reportIssue: ReportIssue,
): Omit<appsV1.StatefulSetSpec, 'selector' | 'template' | 'serviceName' | 'replicas'> {
  const { parallel, rollout = {}, storageRetention } = props;
  for (const when of ['whenDeleted', 'whenScaled'] as const) {
    checkOneOf(reportIssue, `storageRetention.${when}`, storageRetention?.[when], ['Retain', 'Delete']);
  }
  const templates = claimTemplatesManifest(props.storage ?? [], reportIssue);
  return definedFields({
    podManagementPolicy: parallel ? ('Parallel' as const) : undefined,
    ...statefulRolloutManifest(rollout, reportIssue),
    persistentVolumeClaimRetentionPolicy: storageRetention && definedFields({ ...storageRetention }),
    volumeClaimTemplates: templates.length === 0 ? undefined : templates,
  });
}
