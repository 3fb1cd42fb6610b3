import type { KubernetesVersion } from '../../facts';
import { completeForImage, type ImageCatalog, parseImage } from '../../images';
import type { coreV1 } from '../../kubernetes';
import {
  checkHostPorts,
  checkPodPorts,
  containerManifest,
  copyOf,
  DEFAULT_GRACE_SECONDS,
  definedFields,
  type EnvFrom,
  type EnvValue,
  entriesOf,
  isQos,
  type Mount,
  mapOf,
  mountsWithTmp,
  type NamedContainerProps,
  type PodVolume,
  type PortProps,
  podManifest,
  portsOf,
  secondsIn,
  tmpVolumeName,
  topologySpreadManifest,
  type UsedObject,
  under,
  usedObjects,
} from '../../pod';
import type { PropsIssue, ReportIssue } from '../../props';
import { dns1123Label } from '../../values';
import { checkAnnotations, checkLabels, type Naming } from '../naming';
import { CONTENT_ANNOTATION, hashOfContents } from './content';
import { ownMetricsPort } from './workload-metrics';
import type { WorkloadProps } from './workload-props';

/** What users add to a workload after it is created. */
export interface PodAdditions {
  readonly env: Record<string, EnvValue>;
  readonly envFrom: EnvFrom[];
  readonly mounts: Mount[];
  readonly ports: PortProps[];
  readonly volumes: PodVolume[];
  readonly containers: NamedContainerProps[];
  readonly annotations: Record<string, string>;
  readonly labels: Record<string, string>;
}

/**
 * Gives `port` the name that the program of the image has for it, such as `redis`, instead of `http`. A port of `ports` has the
 * name that the user gives it.
 */
function withPortName<T extends Pick<NamedContainerProps, 'image' | 'port' | 'ports'>>(
  container: T,
  images: ImageCatalog,
): T {
  const { image, port, ports = [] } = Object(container) as T;
  const name = images.portName(image, port);
  if (port === undefined || name === undefined || name === 'http' || !Array.isArray(ports)) return container;
  if (ports.some((one) => one?.name === name || one?.port === port)) return container;
  return { ...container, port: undefined, ports: [{ name, port }, ...ports] };
}

/** A pod without what depends on other constructs. */
interface ParsedPod {
  readonly naming: Naming;
  readonly spec: coreV1.PodSpec;
  /** Mounted and added volumes. */
  readonly volumes: readonly PodVolume[];
  /** What is wrong with the props and additions. */
  readonly issues: readonly PropsIssue[];
}

/** The pod of a workload, from props and additions, which are parsed once. */
export class PodModel {
  private readonly additions: PodAdditions = {
    env: {},
    envFrom: [],
    mounts: [],
    ports: [],
    volumes: [],
    containers: [],
    annotations: {},
    labels: {},
  };

  private parsed: ParsedPod | undefined;
  private readonly props: WorkloadProps;

  public constructor(
    props: WorkloadProps,
    /** Name of the main container. */
    public readonly containerName: string,
    /** Kubernetes versions that the app is made for. */
    private readonly versions: readonly KubernetesVersion[],
    /** Facts of images. */
    private readonly images: ImageCatalog,
    private readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never',
    /** Spread of pods whose props set none. */
    private readonly defaultSpread: () => WorkloadProps['topologySpread'] = () => undefined,
  ) {
    const { containers } = Object(props) as WorkloadProps;
    this.props = {
      ...withPortName(props, images),
      // Programs without type checks pass anything; what is not a list is reported where it is read.
      ...(Array.isArray(containers) && {
        containers: containers.map((container) => withPortName(container, images)),
      }),
    };
  }

  /** Image tag of the main container. */
  public get tag(): string | undefined {
    return parseImage(String(this.props.image))?.tag;
  }

  /** Variables that were added to the main container. */
  public get addedEnv(): Readonly<Record<string, EnvValue>> {
    return this.additions.env;
  }

  /** Ports of the main container. */
  public get ports(): readonly PortProps[] {
    return [...portsOf(this.props), ...this.additions.ports];
  }

  /** Names of all containers, the main one first. */
  public get containerNames(): readonly string[] {
    return this.allContainers().map(({ name }) => name);
  }

  /** Whether the class of the pods is known: a missing `qos` of a container is reported there. */
  public get hasQos(): boolean {
    return this.allContainers().every(({ qos }) => isQos(qos));
  }

  /** Objects that the pods refer to by name, as they were passed. */
  public usedObjects(): readonly UsedObject[] {
    const { serviceAccount, imagePullSecrets = [], volumes = [] } = this.props;
    return [
      ...this.contents([...volumes, ...this.additions.volumes]),
      ...imagePullSecrets.map((object, index) => ({ prop: `imagePullSecrets[${index}]`, object })),
      ...(serviceAccount === undefined ? [] : [{ prop: 'serviceAccount', object: serviceAccount }]),
    ];
  }

  /** Changes what is added; the pod is parsed again when it is needed. */
  public change(change: (additions: PodAdditions) => void): void {
    change(this.additions);
    this.parsed = undefined;
  }

  /** Reports what is wrong with props and additions. */
  public check(naming: Naming, reportIssue: ReportIssue): void {
    for (const { prop, message, hint } of this.parse(naming).issues) reportIssue(prop, message, hint);
  }

  /** The pod spec without what depends on other constructs. Not to be changed. */
  public spec(naming: Naming): coreV1.PodSpec {
    return this.parse(naming).spec;
  }

  /** `spec.template` of the workload; `metadata` and `spec` of a Pod. */
  public template(naming: Naming): coreV1.PodTemplateSpec & { spec: coreV1.PodSpec } {
    const { props, additions } = this;
    const { spec, volumes } = this.parse(naming);
    // A platform can be set, and a ConfigMap changed, after the workload is created.
    const spread = props.topologySpread === undefined ? this.defaultSpread() : undefined;
    const topologySpreadConstraints = topologySpreadManifest(spread, naming.selectorLabels);
    return {
      metadata: definedFields({
        labels: { ...naming.labels, ...props.podLabels, ...additions.labels },
        annotations: mapOf({ ...props.podAnnotations, ...additions.annotations, ...this.contentHash(volumes) }),
      }),
      spec: { ...copyOf(spec), ...definedFields({ topologySpreadConstraints }) },
    };
  }

  /** The pod that props and additions describe, with their issues. */
  private parse(naming: Naming): ParsedPod {
    if (this.parsed?.naming !== naming) {
      const issues: PropsIssue[] = [];
      this.parsed = {
        naming,
        issues,
        ...this.parsePod(naming, (prop, message, hint) => issues.push({ prop, message, hint })),
      };
    }
    return this.parsed;
  }

  private parsePod(naming: Naming, reportIssue: ReportIssue): Pick<ParsedPod, 'spec' | 'volumes'> {
    const { props, additions } = this;
    const containers = this.containersWithTmp();
    const graceSeconds = secondsIn(props.terminationGracePeriod) ?? DEFAULT_GRACE_SECONDS;
    const manifests = containers.map(({ name, ...container }, index) => {
      const own = index === 0 ? reportIssue : under(reportIssue, this.pathOf(name, index));
      return containerManifest(name, container, own, { graceSeconds });
    });
    this.checkNames(manifests, reportIssue);
    checkPodPorts(manifests, reportIssue);
    checkHostPorts(props, manifests, reportIssue);
    checkLabels({ ...props.podLabels, ...additions.labels }, naming.selectorLabels, under(reportIssue, 'podLabels'));
    checkAnnotations({ ...props.podAnnotations, ...additions.annotations }, under(reportIssue, 'podAnnotations'));
    // A mount without a volume has been reported by its container.
    const mounted = containers.flatMap(({ mounts = [] }) => mounts.flatMap(({ volume }) => volume ?? []));
    const volumes = [...mounted, ...additions.volumes];
    const spec = {
      ...podManifest(props, naming.selectorLabels, volumes, this.versions, reportIssue),
      ...definedFields({ restartPolicy: this.restartPolicy }),
      containers: manifests,
    };
    for (const container of manifests) completeForImage(container, spec, this.images);
    return { spec, volumes };
  }

  /** All containers, the main one first. */
  private allContainers(): NamedContainerProps[] {
    const { props, additions } = this;
    const main: NamedContainerProps = {
      ...props,
      name: this.containerName,
      ports: [...(props.ports ?? []), ...additions.ports, ...ownMetricsPort(props)],
      env: { ...props.env, ...additions.env },
      envFrom: entriesOf([...(props.envFrom ?? []), ...additions.envFrom]),
      mounts: [...(props.mounts ?? []), ...additions.mounts],
      security: ofContainer(props.security),
    };
    return [main, ...(props.containers ?? []), ...additions.containers];
  }

  /** Path of a container that is not the main one: a name that is one says more than a position. */
  private pathOf(name: string, index: number): string {
    return `containers[${dns1123Label(name).length === 0 ? JSON.stringify(name) : index - 1}]`;
  }

  private checkNames(containers: readonly coreV1.Container[], reportIssue: ReportIssue): void {
    const names = containers.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      const first = names.indexOf(name);
      if (first === index) continue;
      const isAdded = index > (this.props.containers ?? []).length;
      const hint =
        first === 0
          ? 'it is the name of the main container: use another one, or containerName for that one'
          : 'use another name';
      reportIssue(
        isAdded ? 'containers' : `containers[${index - 1}].name`,
        `duplicate container name ${JSON.stringify(name)}`,
        hint,
      );
    }
  }

  private containersWithTmp(): NamedContainerProps[] {
    return this.allContainers().map((container, index) => {
      const isWritable = container.security?.writableRootFilesystem === true;
      const volumeName = index === 0 ? 'tmp' : tmpVolumeName(container.name);
      return { ...container, mounts: mountsWithTmp(container.mounts ?? [], isWritable, volumeName) };
    });
  }

  /** What the containers use, and these volumes. */
  private contents(volumes: readonly PodVolume[]): readonly UsedObject[] {
    const ofContainers = this.allContainers().flatMap((container, index) =>
      usedObjects(container).map(({ prop, object }) => ({
        prop: index === 0 ? prop : `containers[${JSON.stringify(container.name)}].${prop}`,
        object,
      })),
    );
    return [...ofContainers, ...usedObjects({ volumes })];
  }

  private contentHash(volumes: readonly PodVolume[]): Record<string, string> {
    if (this.props.rollOutOnConfigChange === false) return {};
    const hash = hashOfContents(this.contents([...volumes, ...(this.props.volumes ?? [])]));
    return hash === undefined ? {} : { [CONTENT_ANNOTATION]: hash };
  }
}

/** User and group are set once, on the pod; fields without a pod-level equivalent stay on the container. */
function ofContainer(security: WorkloadProps['security']): NamedContainerProps['security'] {
  if (security === undefined) return undefined;
  const { addCapabilities, dropCapabilities, privileged, allowPrivilegeEscalation, writableRootFilesystem } = security;
  return { addCapabilities, dropCapabilities, privileged, allowPrivilegeEscalation, writableRootFilesystem };
}
