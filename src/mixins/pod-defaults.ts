import type { ApiObject } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { captureOrigin } from '../origin';
import {
  checkText,
  checkUsedObjects,
  type EnvFrom,
  type EnvProps,
  envFromManifest,
  envManifest,
  type Mount,
  mountsManifest,
  type PodVolume,
  under,
  usedObjects,
  userOf,
  volumesManifest,
} from '../pod';
import { checked, checkProps, type ReportIssue } from '../props';
import { labelValue, qualifiedName } from '../values';
import { addEnvironment, allContainers, isSame } from './pod-containers';
import { PodMixin } from './pod-mixin';
import { podOf, type RenderedPod } from './pod-template';

/** Options of PodDefaults. */
export interface PodDefaultsProps {
  /** Labels of the pods to select; `{}` selects all pods. */
  readonly select: Readonly<Record<string, string>>;
  /** Suffix of the annotation that records the injection. @default 'default' */
  readonly name?: string;
  /** Set in every container, init containers included. */
  readonly env?: EnvProps;
  readonly envFrom?: readonly EnvFrom[];
  /** Volumes in addition to those of `mounts`. */
  readonly volumes?: readonly PodVolume[];
  /** Mounted in every container, init containers included. */
  readonly mounts?: readonly Mount[];
  /** Labels for the pods; never added to a selector. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations for the pods. */
  readonly annotations?: Readonly<Record<string, string>>;
}

const PREFIX = 'cdk8s-patterns/pod-defaults.';
/** If set to `"true"`, the pod is not changed. */
const EXCLUDE = 'cdk8s-patterns/pod-defaults-exclude';

/**
 * Adds environment variables, volumes, labels and annotations to all pods in the scope that match a label selector, as
 * the removed PodPreset API did, but at synthesis.
 *
 * An existing entry with the same value is kept; a different value is a conflict, which is reported with both values and
 * fails the synthesis. Each pod gets the annotation `cdk8s-patterns/pod-defaults.NAME`, which lists what was added; the
 * annotation `cdk8s-patterns/pod-defaults-exclude: "true"` excludes a pod.
 *
 * @see https://github.com/kubernetes/design-proposals-archive/blob/main/service-catalog/pod-preset.md
 * @example
 * chart.with(new PodDefaults({ select: { role: 'frontend' }, env: { TZ: 'UTC' }, mounts: [cache.at('/cache')] }));
 */
@checked('PodDefaults')
export class PodDefaults extends PodMixin {
  private readonly annotation: string;
  private env: readonly coreV1.EnvVar[] = [];
  private envFrom: readonly coreV1.EnvFromSource[] = [];
  private volumes: readonly coreV1.Volume[] = [];
  private mounts: readonly coreV1.VolumeMount[] = [];

  /** @throws PropsError that lists every invalid prop. */
  public constructor(private readonly props: PodDefaultsProps) {
    const { name = 'default', env = {}, envFrom = [], mounts = [], volumes = [] } = props;
    super(`PodDefaults ${JSON.stringify(name)}`, captureOrigin());
    this.annotation = `${PREFIX}${name}`;
    checkProps(this.label, (reportIssue) => {
      checkText(reportIssue, 'name', this.annotation, qualifiedName);
      checkMap(under(reportIssue, 'select'), props.select, labelValue);
      checkMap(under(reportIssue, 'labels'), props.labels, labelValue);
      checkMap(under(reportIssue, 'annotations'), props.annotations, () => []);
      this.env = envManifest(env, reportIssue);
      this.envFrom = envFromManifest(envFrom, reportIssue);
      this.mounts = mountsManifest(mounts, reportIssue);
      const all = [...mounts.map(({ volume }) => volume), ...volumes];
      this.volumes = volumesManifest(all, reportIssue).filter((volume) => Object.keys(volume).length > 1);
      if (this.summary() === '')
        reportIssue('env', 'at least one of env, envFrom, volumes, mounts, labels and annotations is required');
    });
  }

  /** Whether a pod with these labels is among the targets. */
  protected override isMatch(target: ApiObject): boolean {
    return this.selects(podOf(target.toJson()));
  }

  protected amendPod(pod: RenderedPod, reportIssue: ReportIssue, target: ApiObject): void {
    if (!this.selects(pod)) return;
    checkUsedObjects(userOf(target, target.metadata.namespace), usedObjects(this.props), reportIssue);
    const conflict = (what: string, there: unknown, here: unknown) =>
      reportIssue(
        what,
        `conflict: the pod has ${JSON.stringify(there)}${this.setter(pod, what)}, these defaults set ${JSON.stringify(here)}`,
      );
    this.addVolumes(pod, conflict);
    for (const container of allContainers(pod)) this.amendContainer(container, conflict);
    this.addMaps(pod, conflict);
    const earlier = pod.podMetadata.annotations?.[this.annotation];
    const summary = earlier === undefined ? this.summary() : `${earlier},${this.summary()}`;
    pod.podMetadata.annotations = { ...pod.podMetadata.annotations, [this.annotation]: summary };
  }

  private selects({ podMetadata: { labels = {}, annotations = {} } }: RenderedPod): boolean {
    const isExcluded = annotations[EXCLUDE] === 'true';
    return !isExcluded && Object.entries(this.props.select).every(([key, value]) => labels[key] === value);
  }

  private amendContainer(container: coreV1.Container, conflict: Conflict): void {
    const where = `container ${JSON.stringify(container.name)}`;
    addEnvironment(container, this.env, (existing, wanted) =>
      conflict(`env.${wanted.name}, ${where}`, existing.value ?? existing.valueFrom, wanted.value ?? wanted.valueFrom),
    );
    const sources = this.envFrom.filter((source) => !container.envFrom?.some((there) => isSame(there, source)));
    if (sources.length > 0) container.envFrom = [...(container.envFrom ?? []), ...structuredClone(sources)];
    for (const mount of this.mounts) {
      const there = container.volumeMounts?.find(({ mountPath }) => mountPath === mount.mountPath);
      if (there === undefined) container.volumeMounts = [...(container.volumeMounts ?? []), { ...mount }];
      else if (!isSame(there, mount)) conflict(`mounts.${mount.mountPath}, ${where}`, there.name, mount.name);
    }
  }

  private addVolumes({ podSpec }: RenderedPod, conflict: Conflict): void {
    for (const volume of this.volumes) {
      const there = podSpec.volumes?.find(({ name }) => name === volume.name);
      if (there === undefined) podSpec.volumes = [...(podSpec.volumes ?? []), structuredClone(volume)];
      else if (!isSame(there, volume)) conflict(`volumes.${volume.name}`, sourceOf(there), sourceOf(volume));
    }
  }

  private addMaps({ podMetadata }: RenderedPod, conflict: Conflict): void {
    for (const field of ['labels', 'annotations'] as const) {
      for (const [key, value] of Object.entries(this.props[field] ?? {})) {
        const there = podMetadata[field]?.[key];
        if (there === undefined) podMetadata[field] = { ...podMetadata[field], [key]: value };
        else if (there !== value) conflict(`${field}.${key}`, there, value);
      }
    }
  }

  /** What a pod gets, as listed in its annotation: `env.TZ,volumes.cache`. */
  private summary(): string {
    const { labels = {}, annotations = {} } = this.props;
    return [
      ...this.env.map(({ name }) => `env.${name}`),
      ...this.envFrom.map(({ configMapRef, secretRef }) => `envFrom.${(configMapRef ?? secretRef)?.name}`),
      ...this.volumes.map(({ name }) => `volumes.${name}`),
      ...this.mounts.map(({ mountPath }) => `mounts.${mountPath}`),
      ...Object.keys(labels).map((key) => `labels.${key}`),
      ...Object.keys(annotations).map((key) => `annotations.${key}`),
    ].join(',');
  }

  /** The other defaults that set the conflicting value, if any. */
  private setter({ podMetadata: { annotations = {} } }: RenderedPod, what: string): string {
    const entry = what.split(', ')[0]!;
    const other = Object.keys(annotations).find(
      (key) => key.startsWith(PREFIX) && annotations[key]!.split(',').includes(entry),
    );
    return other === undefined ? '' : ` from PodDefaults ${JSON.stringify(other.slice(PREFIX.length))}`;
  }
}

type Conflict = (what: string, there: unknown, here: unknown) => void;

function sourceOf({ name: _, ...source }: coreV1.Volume): object {
  return source;
}

function checkMap(
  reportIssue: ReportIssue,
  map: Readonly<Record<string, string>> | undefined,
  checkValue: (value: string) => string[],
): void {
  for (const [key, value] of Object.entries(map ?? {})) {
    checkText(reportIssue, '', key, qualifiedName);
    checkText(reportIssue, key, value, checkValue);
  }
}
