import type { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { podTemplateOf } from '../../facts';
import type { coreV1 } from '../../kubernetes';
import { RecordedConstruct } from '../../origin';
import { amendmentsOf, apiObjectOf } from '../../overlay';
import {
  type EnvFrom,
  type EnvValue,
  type Mount,
  type NamedContainerProps,
  type PodVolume,
  type PortProps,
  type QosClass,
  qosClassOf,
} from '../../pod';
import { checkProps, type Problem } from '../../props';
import { dns1123Label } from '../../values';
import { type Connectable, type Connection, type ConnectOptions, connectionOf, waitingFor } from '../connection';
import { metadataOf, type Naming, nameOfConstruct, namingOf } from '../naming';
import type { NetworkPolicy, NetworkPolicyRules } from '../network/network-policy';
import type { PodSelector } from '../network/peer';
import type { EgressRule, IngressRule } from '../network/policy-rules';
import { checkNotSet } from './env-conflict';
import { isolation } from './isolation';
import { kplusContainer, kplusPort } from './kplus-port';
import { PodModel } from './pod-model';
import { checkQosClass } from './qos-contradiction';
import { type PodConstruct, renderPod, selectPodsBy } from './rendered-pod';
import { serviceAccountOf } from './service-account';
import type { WorkloadKind } from './workload-kind';
import type { WorkloadProps } from './workload-props';

/** Base of everything that runs pods: one vocabulary, one way to add to it. */
export abstract class Workload extends RecordedConstruct implements PodSelector {
  /** Name of the objects. */
  public readonly name: string;
  /** Labels that select the pods. */
  public readonly selectorLabels: Readonly<Record<string, string>>;
  /** Service account of the pods. */
  public readonly serviceAccount: kplus.IServiceAccount;

  protected readonly naming: Naming;
  protected readonly pod: PodModel;
  private readonly requestedQos: QosClass;
  private readonly namesServiceAccount: boolean;
  private policy: NetworkPolicy | undefined;
  /** How many amendments are the pattern's own; more are the users'. */
  private ownAmendments = Number.POSITIVE_INFINITY;

  /** @throws PropsError that names all that is wrong with the props. */
  protected constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkloadProps,
    kind: WorkloadKind = {},
  ) {
    super(scope, id);
    const containerName = props.containerName ?? nameOfConstruct(this, props);
    this.pod = new PodModel(props, containerName, kind.restartPolicy);
    this.requestedQos = props.qos?.qosClass ?? 'BestEffort';
    let naming: Naming | undefined;
    checkProps(this, (problem) => {
      naming = namingOf(this, props, kind.nameCheck ?? dns1123Label, problem, this.pod.tag);
      this.checkPod(naming, problem);
      kind.check?.(problem, naming, this.pod);
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

  /** The main container. What is added to it is rendered too. */
  public get container(): kplus.Container {
    return this.podConstruct.containers[0]!;
  }

  /** Image of the main container. */
  public get image(): string {
    return this.container.image;
  }

  /** Ports of the main container. */
  public get ports(): readonly PortProps[] {
    return this.pod.ports;
  }

  /** Quality of service that the pods get, over all their containers, mixins and overlays included. */
  public get qosClass(): QosClass {
    return qosClassOf(podTemplateOf(this.podApiObject.toJson())!.spec);
  }

  /** Namespace of the objects, when it is known. */
  public get namespace(): string | undefined {
    return this.podConstruct.metadata.namespace;
  }

  /** What the pods may do on the network, when `networkPolicy` asked for it. */
  public get networkPolicy(): kplus.NetworkPolicy | undefined {
    return this.policy?.networkPolicy;
  }

  /**
   * Gives the workload all that it needs to use something else: environment, files, and leave on the network at both
   * ends. Without a `networkPolicy` of its own the workload may connect anywhere as it is.
   *
   * @throws PropsError when it is to wait and the other end says no address, or a variable is set already.
   * @example
   * shop.connectTo(database, { waitFor: true });
   */
  public connectTo(target: Connection | Connectable, options: ConnectOptions = {}): this {
    const { env = {}, envFrom = [], mounts = [], egress = [], admit, address } = connectionOf(target);
    const { additions } = this.pod;
    checkProps(this, (problem) => checkNotSet(env, { ...this.props.env, ...additions.env }, problem));
    this.add(() => {
      Object.assign(additions.env, env);
      additions.envFrom.push(...envFrom);
      additions.mounts.push(...mounts);
    });
    for (const rule of egress) this.policy?.allowEgress(rule);
    admit?.(this);
    if (options.waitFor === true) {
      this.with(waitingFor(this, address));
    }
    return this;
  }

  /** Lets others connect to the pods, when there is a NetworkPolicy that does not yet. */
  public allowIngress(rule: IngressRule): this {
    this.policy?.allowIngress(rule);
    return this;
  }

  /** Lets the pods connect to others, when there is a NetworkPolicy that does not yet. */
  public allowEgress(rule: EgressRule): this {
    this.policy?.allowEgress(rule);
    return this;
  }

  /** Sets an environment variable of the main container. */
  public addEnv(name: string, value: EnvValue): this {
    return this.add(() => Object.assign(this.pod.additions.env, { [name]: value }));
  }

  /** Adds all keys of a Secret or ConfigMap to the main container's environment. */
  public addEnvFrom(source: EnvFrom): this {
    return this.add(() => this.pod.additions.envFrom.push(source));
  }

  /** Mounts a volume into the main container. */
  public addMount(mount: Mount): this {
    return this.add(() => this.pod.additions.mounts.push(mount));
  }

  /** Adds a volume to the pods without mounting it. */
  public addVolume(volume: PodVolume): this {
    return this.add(() => this.pod.additions.volumes.push(volume));
  }

  /** Adds a container beside the main one. */
  public addContainer(container: NamedContainerProps): this {
    return this.add(() => this.pod.additions.containers.push(container));
  }

  /** Adds a port to the main container; Services that were made already do not get it. */
  public addPort(port: PortProps): this {
    this.add(() => this.pod.additions.ports.push(port));
    this.container.addPort(kplusPort(port));
    return this;
  }

  /** Adds an annotation to the pods. */
  public addPodAnnotation(key: string, value: string): this {
    return this.add(() => {
      this.pod.additions.annotations[key] = value;
    });
  }

  /** Adds a label to the pods. */
  public addPodLabel(key: string, value: string): this {
    return this.add(() => {
      this.pod.additions.labels[key] = value;
    });
  }

  /** What the cdk8s-plus construct is told of the pod: enough to know its container, ports and service account. */
  protected kplusProps(props: WorkloadProps): kplus.WorkloadProps & kplus.AbstractPodProps {
    return {
      metadata: { ...this.metadata, annotations: { ...this.naming.annotations } },
      select: false,
      serviceAccount: this.namesServiceAccount ? this.serviceAccount : undefined,
      containers: [kplusContainer(this.pod.containerName, String(props.image), this.pod.ports)],
    };
  }

  /** Name and labels of any object of the pattern. */
  protected get metadata(): { name: string; namespace?: string; labels: Record<string, string> } {
    const { annotations: _, ...metadata } = metadataOf(this.naming);
    return metadata;
  }

  /** To be called once the cdk8s-plus construct is there: from then on it renders the pod of this pattern. */
  protected adopt(construct: PodConstruct): void {
    selectPodsBy(construct, this.naming.selectorLabels);
    renderPod(construct, this.pod.containerName, () => this.template());
    this.ownAmendments = amendmentsOf(this.podApiObject).length;
  }

  /** Cuts the pods off, but for what is declared. @param exposed who may connect as the workload exposes itself. */
  protected isolate(rules: NetworkPolicyRules | undefined, exposed: readonly IngressRule[] = []): void {
    if (rules === undefined) return;
    this.policy = isolation(this, this.props, this.naming, rules, exposed);
  }

  /** Tells what is wrong with the finished pod, mixins and overlays included. */
  protected checkRendered(spec: coreV1.PodSpec, problem: Problem): void {
    checkQosClass(this.requestedQos, spec, problem);
  }

  /** The pod without what others change afterwards. */
  protected template(problem: Problem = () => {}): coreV1.PodTemplateSpec & { spec: coreV1.PodSpec } {
    return this.pod.template(this.naming, problem);
  }

  private get podApiObject(): ApiObject {
    return apiObjectOf(this.podConstruct)!;
  }

  /** @throws PropsError when the pod is wrong after the change. */
  private add(change: () => unknown): this {
    change();
    checkProps(this, (problem) => this.checkPod(this.naming, problem));
    return this;
  }

  /** What was asked for must be what comes out; only other containers can be in the way. */
  private checkPod(naming: Naming, problem: Problem): void {
    const { spec } = this.pod.template(naming, problem);
    // The container's own resources are checked by themselves.
    if (spec.containers.length > 1) checkQosClass(this.requestedQos, spec, problem);
  }

  /** Without changes by others the pod is as it was checked when it was made. */
  private validateRendered(): string[] {
    if (amendmentsOf(this.podApiObject).length <= this.ownAmendments && this.podConstruct.containers.length === 1)
      return [];
    const problems: string[] = [];
    const { spec } = podTemplateOf(this.podApiObject.toJson())!;
    this.checkRendered(spec, (prop, says) => problems.push(`${prop}: ${says}`));
    return problems;
  }
}
