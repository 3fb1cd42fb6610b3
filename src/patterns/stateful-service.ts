import { ApiObject, type Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { appsV1 } from '../kubernetes';
import { amend, OVERLAY_TARGET } from '../overlay';
import { checkOneOf, checkWhole, definedFields, type SpreadProps, secondsOf } from '../pod';
import type { Problem } from '../props';
import { dns1035Label, dns1123Label } from '../values';
import { checkService, makeService } from './exposure/service';
import type { ServiceProps } from './exposure/service-props';
import { type DisruptionBudgetProps, disruptionBudgetManifest } from './scaling/disruption-budget';
import { Scaling } from './scaling/scaling';
import { claimMountsManifest, claimTemplatesManifest, type OwnStorageProps } from './stateful-storage';
import { Workload } from './workload/workload';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a StatefulService. */
export interface StatefulServiceProps extends WorkloadProps {
  /** How many pods there are, `name-0` first. @default 1 */
  readonly replicas?: number;
  /** Storage of each pod, kept when the pod is replaced. */
  readonly storage?: readonly OwnStorageProps[];
  /** Starts and stops the pods all at once instead of one after the other. @default false */
  readonly parallel?: boolean;
  /** Number of the first pod that an update reaches; smaller ones keep the old version. @default 0 */
  readonly partition?: number;
  /** Updates a pod only when somebody deletes it. @default false */
  readonly updateOnDelete?: boolean;
  /** Time that a new pod must be ready before it counts. @default 0 */
  readonly minReady?: Duration;
  /** Old revisions that are kept. @default 10 */
  readonly revisionHistoryLimit?: number;
  /** What happens to the storage when the pods go for good. @default both are kept */
  readonly storageRetention?: {
    /** When the StatefulSet is deleted. @default 'Retain' */
    readonly whenDeleted?: 'Retain' | 'Delete';
    /** When there are fewer replicas. @default 'Retain' */
    readonly whenScaled?: 'Retain' | 'Delete';
  };
  /** A Service for clients, who do not care which pod answers. @default ClusterIP */
  readonly service?: ServiceProps;
  /** @default one pod at a time, when there are two or more */
  readonly disruptionBudget?: DisruptionBudgetProps | false;
}

const DEFAULT_SPREAD: SpreadProps = { nodes: 'prefer', zones: 'prefer' };

/** Pods are called `<name>-<number>`, and the label with their revision adds 11 more characters. */
const LONGEST_NAME = 52;
const HEADLESS = 'headless';

/**
 * Pods that are not alike: each has a name and storage of its own. A StatefulSet with a headless Service, by which each
 * pod is found, and one for clients.
 *
 * @example
 * new StatefulService(chart, 'web', {
 *   image: 'nginx:1.27.3',
 *   port: 80,
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
 *   replicas: 3,
 *   storage: [{ size: '1Gi', path: '/usr/share/nginx/html' }],
 * });
 */
export class StatefulService extends Workload {
  public readonly statefulSet: kplus.StatefulSet;
  /** By which each pod is found: `<pod>.<name>-headless`. */
  public readonly headlessService: kplus.Service;
  /** For clients; undefined for the service type None. */
  public readonly service: kplus.Service | undefined;
  /** Undefined for a single pod, or when it was not wanted. */
  public readonly disruptionBudget: ApiObject | undefined;

  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    const { replicas = 1, storage = [], service = {} } = props;
    const scaling = Scaling.fixed(replicas);
    const spread = replicas > 1 ? (props.spread ?? DEFAULT_SPREAD) : props.spread;
    super(
      scope,
      id,
      { ...props, spread },
      {
        nameCheck: setName,
        check: (problem, _naming, pod) => {
          setManifest(props, problem);
          disruptionBudgetManifest(props.disruptionBudget, scaling, problem);
          if (pod.ports.length === 0) problem('ports', 'must have at least one, by which the pods are found');
          checkService(service, pod.ports, (prop, says, hint) => problem(`service.${prop}`, says, hint));
        },
      },
    );
    const headless = { ...this.metadata, name: `${this.name}-${HEADLESS}` };
    const everyPod: ServiceProps = {
      type: 'Headless',
      publishNotReadyAddresses: true,
      ports: this.pod.ports.map(({ name, port }) => ({ name, port })),
    };
    this.headlessService = makeService(this, 'HeadlessService', headless, {}, everyPod, this.pod.ports)!;
    this.statefulSet = new kplus.StatefulSet(this, 'StatefulSet', {
      ...this.kplusProps(props),
      service: this.headlessService,
      replicas,
    });
    this.completeService();
    amend(this.statefulSet, (manifest) => {
      const { selector, template } = manifest.spec;
      const { volumeClaimTemplates, ...spec } = setManifest(props, () => {});
      const { name: serviceName } = this.headlessService;
      const rest = definedFields({ volumeClaimTemplates });
      manifest.spec = { replicas, serviceName, ...spec, selector, template, ...rest };
    });
    this.adopt(this.statefulSet);
    this.mountOwnStorage(storage);
    this.service = makeService(this, 'Service', this.metadata, this.selectorLabels, service, this.pod.ports);
    this.disruptionBudget = this.makeDisruptionBudget(props, scaling);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.StatefulSet {
    return this.statefulSet;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'StatefulSet', construct: this.statefulSet } as const;
  }

  /** cdk8s-plus has the headless Service select by its own label as soon as the StatefulSet is there. */
  private completeService(): void {
    amend(this.headlessService, (manifest) => {
      manifest.spec.selector = { ...this.selectorLabels };
    });
  }

  private mountOwnStorage(storage: readonly OwnStorageProps[]): void {
    if (storage.length === 0) return;
    amend(this.statefulSet, (manifest) => {
      const main = manifest.spec.template.spec.containers.find(({ name }: any) => name === this.pod.containerName);
      main.volumeMounts = [...claimMountsManifest(storage), ...(main.volumeMounts ?? [])];
    });
  }

  private makeDisruptionBudget(props: StatefulServiceProps, scaling: Scaling): ApiObject | undefined {
    const spec = disruptionBudgetManifest(props.disruptionBudget, scaling, () => {});
    if (spec === undefined) return undefined;
    return new ApiObject(this, 'DisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: this.metadata,
      spec: { ...spec, selector: { matchLabels: { ...this.selectorLabels } } },
    });
  }
}

function setName(name: string): readonly string[] {
  if (name.length > LONGEST_NAME && name.length <= 63) return [`must be no more than ${LONGEST_NAME} characters`];
  return dns1123Label(name).length > 0 ? dns1123Label(name) : dns1035Label(name);
}

function setManifest(
  props: StatefulServiceProps,
  problem: Problem,
): Omit<appsV1.StatefulSetSpec, 'selector' | 'template' | 'serviceName' | 'replicas'> {
  const { replicas, parallel, partition, updateOnDelete, storageRetention } = props;
  checkWhole(problem, 'replicas', replicas);
  checkWhole(problem, 'partition', partition);
  checkWhole(problem, 'revisionHistoryLimit', props.revisionHistoryLimit);
  if (updateOnDelete && partition !== undefined) problem('partition', 'must not be given together with updateOnDelete');
  for (const when of ['whenDeleted', 'whenScaled'] as const) {
    checkOneOf(problem, `storageRetention.${when}`, storageRetention?.[when], ['Retain', 'Delete']);
  }
  const templates = claimTemplatesManifest(props.storage ?? [], problem);
  return definedFields({
    podManagementPolicy: parallel ? ('Parallel' as const) : undefined,
    updateStrategy: updateOnDelete
      ? { type: 'OnDelete' as const }
      : partition === undefined
        ? undefined
        : { type: 'RollingUpdate' as const, rollingUpdate: { partition } },
    minReadySeconds: secondsOf(problem, 'minReady', props.minReady),
    revisionHistoryLimit: props.revisionHistoryLimit,
    persistentVolumeClaimRetentionPolicy: storageRetention && definedFields({ ...storageRetention }),
    volumeClaimTemplates: templates.length === 0 ? undefined : templates,
  });
}
