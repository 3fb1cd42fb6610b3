import { type ExampleFile, exampleFiles } from '../examples';
import { EXPECTATIONS, type Expectation } from './expectations';
import { get, type KubernetesObject, kubectl, list, succeed, until } from './kubectl';
import { absent, createNamespace, deleteNamespace } from './namespaces';
import { isDone, missingImages, type PodState, podsIn } from './pods';
import { createPrerequisites } from './prerequisites';
import { renamed, SHARED } from './renamed';
import { LISTS_MISSING_IMAGES, note } from './report';
import { unfinishedWorkload } from './workloads';

/** Appended to the names of all namespaces of the examples. */
const SUFFIX = process.env.CLUSTER_NAMESPACE_SUFFIX ?? '';
const FILES = new Map(exampleFiles().map((file) => [file.name.replace(/\.k8s\.yaml$/, ''), renamed(file, SUFFIX)]));
const SECONDS = 180;

/** Names of all examples. */
export const EXAMPLES: readonly string[] = [...FILES.keys()];

/** An example in the cluster, in a namespace of its own unless it names others. */
export class RunningExample {
  public readonly file: ExampleFile;
  public readonly expectation: Expectation;
  /** Namespace of its objects; the first if it has several. */
  public readonly namespace: string;
  /** All its namespaces. */
  public readonly namespaces: readonly string[];
  /** Images that the cluster could not pull. */
  public missing: readonly string[] = [];
  private claims: readonly string[] = [];

  public constructor(public readonly name: string) {
    const file = FILES.get(name);
    if (file === undefined) throw new Error(`no such example: ${name}`);
    this.file = file;
    this.expectation = EXPECTATIONS[name] ?? {};
    const named = file.objects.flatMap(({ metadata }) => metadata.namespace ?? []);
    const own = named.length > 0 ? [] : [`e2e-${name}${SUFFIX}`];
    this.namespaces = [...new Set<string>([...this.definedNamespaces(), ...named, ...own])];
    this.namespace = this.namespaces[0]!;
  }

  /** Why the example cannot run in this cluster. */
  public obstacle(): string | undefined {
    const { notApplied, node } = this.expectation;
    if (notApplied !== undefined) return notApplied;
    if (node !== undefined && get('node', node) === undefined) return `needs a node named ${node}`;
    return undefined;
  }

  /** Applies it, as a user does, after what it expects. */
  public async start(): Promise<void> {
    const defined = this.definedNamespaces();
    for (const namespace of defined) await absent(namespace);
    for (const namespace of this.namespaces.filter((name) => ![...SHARED, ...defined].includes(name))) {
      await createNamespace(namespace, this.file.podSecurity);
    }
    this.claims = SHARED.includes(this.namespace) ? this.claimNames() : [];
    const namespaces = this.file.objects.filter(({ kind }) => kind === 'Namespace');
    if (namespaces.length > 0) {
      succeed(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: namespaces }));
    }
    const services = this.file.objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
    createPrerequisites(this.expectation, this.namespace, services);
    succeed(['apply', ...this.scope, '-f', this.file.path]);
  }

  /** Waits until everything is Ready or Complete that can be. */
  public async settle(): Promise<void> {
    const { within = SECONDS } = this.expectation;
    const done = () => (this.unfinished().length === 0 ? true : undefined);
    try {
      await until(`${this.name} is Ready or Complete`, within, done, () => this.unfinished());
    } catch (error) {
      // Pods can wait for one whose image is missing.
      if (!LISTS_MISSING_IMAGES || this.missingImages().length === 0) throw error;
      for (const pod of this.unfinished()) note(this.name, `without that image: ${pod}`);
    }
    this.missing = this.missingImages();
    for (const image of this.missing) note(this.name, `image not available here: ${image}`);
  }

  /** Its pods. */
  public pods(): PodState[] {
    return this.namespaces.filter((name) => name !== 'kube-system').flatMap((namespace) => podsIn(namespace));
  }

  /** The pod of this name, or the first one of the workload of this name. */
  public pod(name: string): PodState {
    const found = this.pods().find((pod) => belongsTo(pod, name));
    if (found === undefined) throw new Error(`no pod of ${name}`);
    return found;
  }

  /** The object of the file as the server has it now. */
  public object(kind: string, name: string): KubernetesObject {
    const { metadata } = this.file.objects.find((object) => object.kind === kind && object.metadata.name === name);
    return get(kind, name, metadata.namespace ?? this.namespace)!;
  }

  /** What is neither Ready nor Complete, and should be. */
  public unfinished(): string[] {
    const pods = this.pods();
    const excused = pods.filter((pod) => missingImages(pod).length > 0).map(({ name }) => name);
    const isExcused = (name: string) =>
      excused.some((pod) => belongsTo({ name: pod }, name)) || this.canStayUnready(name);
    const workloads = this.file.objects
      .filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'Pod'].includes(kind))
      .filter(({ metadata }) => !isExcused(metadata.name))
      .map(({ kind, metadata }) => get(kind, metadata.name, metadata.namespace ?? this.namespace)!);
    return [
      ...workloads.flatMap((workload) => unfinishedWorkload(workload) ?? []),
      ...pods.filter((pod) => !isDone(pod) && !isExcused(pod.name)).map(describePod),
    ];
  }

  /** Restarts beyond those that the example is about. */
  public unexpectedRestarts(): string[] {
    const { restarts = {} } = this.expectation;
    const pods = this.pods().filter((pod) => isDone(pod) || !this.canStayUnready(pod.name));
    return pods.flatMap((pod) => {
      const [, allowed = 0] = Object.entries(restarts).find(([name]) => belongsTo(pod, name)) ?? [];
      return [...pod.initContainers, ...pod.containers]
        .filter((container) => container.restarts > allowed)
        .map((container) => `${pod.name}/${container.name}: ${container.restarts} restarts`);
    });
  }

  /** Deletes everything that it created. */
  public remove(): void {
    const definedElsewhere = this.namespaces.filter((name) => SHARED.includes(name));
    kubectl(['delete', ...this.scope, '-f', this.file.path, '--ignore-not-found', '--wait=false', '--now']);
    for (const namespace of this.namespaces.filter((name) => !SHARED.includes(name))) deleteNamespace(namespace);
    if (definedElsewhere.length === 0) return;
    const left = this.claimNames().filter((claim) => !this.claims.includes(claim));
    if (left.length > 0) kubectl(['delete', 'pvc', '-n', this.namespace, '--wait=false', ...left]);
  }

  private missingImages(): string[] {
    return [...new Set(this.pods().flatMap(missingImages))];
  }

  private canStayUnready(name: string): boolean {
    return Object.keys(this.expectation.notReady ?? {}).some((pod) => belongsTo({ name: pod }, name));
  }

  /** kubectl refuses a namespace for a file with objects in other ones. */
  private get scope(): string[] {
    return this.file.objects.some(({ metadata }) => metadata.namespace) ? [] : ['-n', this.namespace];
  }

  private definedNamespaces(): string[] {
    return this.file.objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
  }

  private claimNames(): string[] {
    return list('pvc', this.namespace).map(({ metadata }) => metadata.name);
  }
}

function belongsTo(pod: Pick<PodState, 'name'>, workload: string): boolean {
  return pod.name === workload || pod.name.startsWith(`${workload}-`);
}

function describePod({ name, phase, unscheduled, reason, initContainers, containers }: PodState): string {
  const waiting = [...initContainers, ...containers]
    .filter((container) => !container.isReady)
    .map(
      (container) => `${container.name} ${container.waiting ?? ''} ${container.message ?? container.exitCode ?? ''}`,
    );
  return `Pod ${name}: ${[phase, reason, unscheduled, ...waiting].filter(Boolean).join(', ')}`;
}
