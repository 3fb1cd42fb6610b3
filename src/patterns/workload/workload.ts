import { type ApiObject, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { imagesOf, targetVersionsOf } from '../../app';
import { podTemplateOf } from '../../facts';
import type { coreV1 } from '../../kubernetes';
import type { MetricsObjects } from '../../mixins';
import type { PodSelector } from '../../network';
import { RecordedConstruct } from '../../origin';
import { amendmentsOf, apiObjectOf, originOfField } from '../../overlay';
import {
  checkUsedObjects,
  type EnvFrom,
  type EnvValue,
  type Mount,
  type NamedContainerProps,
  type PodVolume,
  type PortProps,
  type QosClass,
  qosClassOf,
  userOf,
} from '../../pod';
import { checked, checkProps, formatIssue, type ReportIssue } from '../../props';
import { dns1123Label } from '../../values';
import { type ConnectionTarget, type ConnectOptions, connectionOf, envFor, waitingFor } from '../connection';
import { metadataOf, type Naming, nameOfConstruct, namingOf } from '../naming';
import type { NetworkPolicy, NetworkPolicyRules } from '../network/network-policy';
import type { EgressRule, IngressRule } from '../network/policy-rules';
import { defaultSpread } from '../scaling/scaled-pods';
import { checkNotSet } from './env-conflict';
import { isolation } from './isolation';
import { kplusContainer, kplusPort } from './kplus-port';
import { PodModel } from './pod-model';
import { checkQosClass } from './qos-contradiction';
import { type PodConstruct, renderPod, selectPodsBy } from './rendered-pod';
import { checkSameRun } from './same-run';
import { serviceAccountOf } from './service-account';
import type { WorkloadKind } from './workload-kind';
import { checkMetrics, makeWorkloadMetrics, metricsRule } from './workload-metrics';
import type { WorkloadProps } from './workload-props';

/** Base class of all workloads. */
@checked('Workload')
export abstract class Workload extends RecordedConstruct implements PodSelector {
  /** Name of the objects. */
  public readonly name: string;
  /** Labels that select the pods. */
  public readonly selectorLabels: Readonly<Record<string, string>>;
  /** Service account of the pods. */
  public readonly serviceAccount: kplus.IServiceAccount;

  protected readonly naming: Naming;
  protected readonly podModel: PodModel;
  private readonly requestedQos: QosClass;
  private readonly namesServiceAccount: boolean;
  private policy: NetworkPolicy | undefined;
  private metricsObjects: MetricsObjects | undefined;
  /** Number of amendments of the pattern itself; others are added by users. */
  private ownAmendments = Number.POSITIVE_INFINITY;

  /** @throws PropsError that lists every invalid prop. */
  protected constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkloadProps,
    kind: WorkloadKind = {},
  ) {
    super(scope, id);
    const containerName = props.containerName ?? nameOfConstruct(this, props);
    const spread = kind.severalPods === true ? () => defaultSpread(this) : undefined;
    const [versions, images] = [targetVersionsOf(this), imagesOf(this)];
    this.podModel = new PodModel(props, containerName, versions, images, kind.restartPolicy, spread);
    this.requestedQos = props.qos?.qosClass ?? 'BestEffort';
    let naming: Naming | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, kind.nameCheck ?? dns1123Label, reportIssue, this.podModel.tag);
      this.checkPod(naming, reportIssue);
      kind.check?.(reportIssue, naming, this.podModel);
      checkMetrics(props, naming, naming.namespace ?? Chart.of(this).namespace, reportIssue);
    });
    this.naming = naming!;
    this.name = this.naming.name;
    this.selectorLabels = this.naming.selectorLabels;
    this.serviceAccount = serviceAccountOf(this, props, kind, this.metadata);
    this.namesServiceAccount = props.serviceAccount !== undefined || kind.serviceAccount !== 'default';
    this.node.addValidation({ validate: () => this.validateRendered() });
  }

  /** The cdk8s-plus construct that renders the pods. */
  public abstract get podConstruct(): PodConstruct;

  /** The main container. Additions to it are rendered. */
  public get container(): kplus.Container {
    return this.podConstruct.containers[0]!;
  }

  /** Image of the main container. */
  public get image(): string {
    return this.container.image;
  }

  /** Ports of the main container. */
  public get ports(): readonly PortProps[] {
    return this.podModel.ports;
  }

  /** QoS class of the pods, computed over all their containers, including mixins and overlays. */
  public get qosClass(): QosClass {
    return qosClassOf(podTemplateOf(this.podApiObject.toJson())!.spec);
  }

  /** Namespace of the objects, if it is known. */
  public get namespace(): string | undefined {
    return this.podConstruct.metadata.namespace;
  }

  /** The NetworkPolicy of the pods, if `networkPolicy` is set. */
  public get networkPolicy(): kplus.NetworkPolicy | undefined {
    return this.policy?.networkPolicy;
  }

  /** The Service and the ServiceMonitor of the metrics, if `metrics` is set. */
  public get metrics(): MetricsObjects | undefined {
    return this.metricsObjects;
  }

  /**
   * Connects the workload to a service: adds environment and files, and allows the connection on both
   * sides. A workload without a `networkPolicy` can connect anywhere.
   *
   * @throws PropsError when the target has no Service or no port, when `waitFor` is set and the service has no address, or when a
   *   variable is already set.
   * @example
   * shop.connectTo(database, { waitFor: true });
   */
  public connectTo(target: ConnectionTarget, options: ConnectOptions = {}): this {
    const connection = connectionOf(target);
    const { envFrom = [], mounts = [], egress = [], allowClient, address } = connection;
    const env = envFor(connection, this.namespace);
    // Before what may be invalid, so that no missing connection is reported beside it.
    for (const rule of egress) this.policy?.allowEgress(rule);
    allowClient?.(this);
    checkProps(this, (reportIssue) => {
      if (Object.keys(connection).length === 0) {
        const subject = Construct.isConstruct(target) ? target.node.path : 'the target';
        reportIssue(
          'connectTo',
          `${subject} has no Service to connect to`,
          'leave out service: { type: "None" } of it',
        );
      }
      if (target === this)
        reportIssue(
          'connectTo',
          'is the workload itself',
          'use networkPolicy: { ownPods: true } for connections between its pods',
        );
      checkNotSet(env, { ...this.props.env, ...this.podModel.addedEnv }, reportIssue);
    });
    this.add((additions) => {
      Object.assign(additions.env, env);
      additions.envFrom.push(...envFrom);
      additions.mounts.push(...mounts);
    });
    const { waitFor = false } = options;
    if (waitFor !== false) this.with(waitingFor(this, address, waitFor === true ? {} : waitFor));
    return this;
  }

  /** Allows peers to connect to the pods, if there is a NetworkPolicy. */
  public allowIngress(rule: IngressRule): this {
    checkSameRun(this, this.policy !== undefined, rule);
    this.policy?.allowIngress(rule);
    return this;
  }

  /** Allows the pods to connect to peers, if there is a NetworkPolicy. */
  public allowEgress(rule: EgressRule): this {
    this.policy?.allowEgress(rule);
    return this;
  }

  /** Sets an environment variable of the main container. */
  public addEnv(name: string, value: EnvValue): this {
    return this.add(({ env }) => Object.assign(env, { [name]: value }));
  }

  /** Adds all keys of a Secret or ConfigMap to the environment of the main container. */
  public addEnvFrom(source: EnvFrom): this {
    return this.add(({ envFrom }) => envFrom.push(source));
  }

  /** Mounts a volume in the main container. */
  public addMount(mount: Mount): this {
    return this.add(({ mounts }) => mounts.push(mount));
  }

  /** Adds a volume to the pods without mounting it. */
  public addVolume(volume: PodVolume): this {
    return this.add(({ volumes }) => volumes.push(volume));
  }

  /** Adds a container in addition to the main one. */
  public addContainer(container: NamedContainerProps): this {
    return this.add(({ containers }) => containers.push(container));
  }

  /** Adds a port to the main container; existing Services are not changed. */
  public addPort(port: PortProps): this {
    this.add(({ ports }) => ports.push(port));
    this.container.addPort(kplusPort(port));
    return this;
  }

  /** Adds an annotation to the pods. */
  public addPodAnnotation(key: string, value: string): this {
    return this.add(({ annotations }) => Object.assign(annotations, { [key]: value }));
  }

  /** Adds a label to the pods. */
  public addPodLabel(key: string, value: string): this {
    return this.add(({ labels }) => Object.assign(labels, { [key]: value }));
  }

  /** The props of the cdk8s-plus construct: its container, ports and service account. */
  protected kplusProps(props: WorkloadProps): kplus.WorkloadProps & kplus.AbstractPodProps {
    return {
      metadata: { ...this.metadata, annotations: { ...this.naming.annotations } },
      select: false,
      serviceAccount: this.namesServiceAccount ? this.serviceAccount : undefined,
      containers: [kplusContainer(this.podModel.containerName, String(props.image), this.podModel.ports)],
    };
  }

  /** Metadata of an object of the pattern. */
  protected get metadata(): { name: string; namespace?: string; labels: Record<string, string> } {
    const { annotations: _, ...metadata } = metadataOf(this.naming);
    return metadata;
  }

  /** Must be called once the cdk8s-plus construct exists: from then on it renders the pod of this pattern. */
  protected adopt(construct: PodConstruct): void {
    selectPodsBy(construct, this.naming.selectorLabels);
    renderPod(construct, this.podModel.containerName, () => this.podModel.template(this.naming));
    this.ownAmendments = amendmentsOf(this.podApiObject).length;
    this.metricsObjects = makeWorkloadMetrics(this, this.props, this.naming, this.podApiObject);
  }

  /** Denies all connections except those that are declared. @param exposed peers that can connect because the workload is exposed. */
  protected isolate(rules: NetworkPolicyRules | undefined, exposed: readonly IngressRule[] = []): void {
    if (rules === undefined) return;
    const allowed = [...exposed, ...metricsRule(this.props)];
    this.policy = isolation(this, this.props, this.naming, rules, allowed);
  }

  /** Reports issues of the finished pod, including mixins and overlays. */
  protected checkRendered(spec: coreV1.PodSpec, reportIssue: ReportIssue): void {
    const at = specPath(this.podApiObject.kind);
    checkQosClass(this.requestedQos, spec, reportIssue, (path) => originOfField(this.podApiObject, `${at}.${path}`));
  }

  private get podApiObject(): ApiObject {
    return apiObjectOf(this.podConstruct)!;
  }

  /** @throws PropsError when the pod is invalid after the change. */
  private add(change: Parameters<PodModel['change']>[0]): this {
    this.podModel.change(change);
    checkProps(this, (reportIssue) => this.checkPod(this.naming, reportIssue));
    return this;
  }

  /** The pod must get the requested class; only other containers can prevent it. */
  private checkPod(naming: Naming, reportIssue: ReportIssue): void {
    this.podModel.check(naming, reportIssue);
    const spec = this.podModel.spec(naming);
    // The resources of the container itself are checked separately.
    if (spec.containers.length > 1 && this.podModel.hasQos) checkQosClass(this.requestedQos, spec, reportIssue);
    checkUsedObjects(userOf(this, naming.namespace), this.podModel.usedObjects(), reportIssue);
  }

  /** Without changes by mixins or overlays the pod is the one that was checked on creation. */
  private validateRendered(): string[] {
    if (amendmentsOf(this.podApiObject).length <= this.ownAmendments && this.podConstruct.containers.length === 1)
      return [];
    const issues: string[] = [];
    const { spec } = podTemplateOf(this.podApiObject.toJson())!;
    this.checkRendered(spec, (prop, message, hint) => issues.push(formatIssue({ prop, message, hint })));
    return issues;
  }
}

/** Path of the pod spec in a workload of this kind. */
function specPath(kind: string): string {
  if (kind === 'Pod') return 'spec';
  return kind === 'CronJob' ? 'spec.jobTemplate.spec.template.spec' : 'spec.template.spec';
}
