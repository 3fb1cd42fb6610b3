import { containersOf, type PodTemplate } from '../../facts';
import { literalPattern } from '../../values';
import { isCustom } from '../edges';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceOf, type Workload } from '../input/placed';
import { subjectsOf } from './subjects';

/** The account of pods that name none. */
export const DEFAULT_ACCOUNT = 'default';

/** Where the objects of a cluster name service accounts. Inputs may have thousands of accounts, so that all is looked through once. */
export class Accounts {
  private readonly bindings = new Map<string, any[]>();
  private readonly used = new Set<string>();
  private readonly asDefault = new Map<string, Workload[]>();
  private readonly tokens = new Set<string>();
  /** Texts of custom resources. */
  private readonly words = new Set<string>();
  /** Texts about accounts of any kind. */
  private readonly texts: string[] = [];

  public constructor(cluster: Cluster) {
    for (const kind of ['RoleBinding', 'ClusterRoleBinding']) {
      for (const { object } of cluster.all(`rbac.authorization.k8s.io/${kind}`)) this.addBinding(object);
    }
    for (const workload of cluster.workloads) this.addWorkload(workload);
    for (const { object } of cluster.all('/Secret')) {
      const account = object.metadata?.annotations?.['kubernetes.io/service-account.name'];
      if (account !== undefined) this.tokens.add(keyOf(namespaceOf(object), account));
    }
    for (const { object } of cluster.all('/ConfigMap')) this.addText(Object.values(object.data ?? {}).join('\n'));
    for (const namespace of cluster.inNamespace.keys()) {
      for (const { object } of cluster.inNamespace.get(namespace)) if (isCustom(object)) this.addWords(object.spec);
    }
  }

  public static of(cluster: Cluster): Accounts {
    return accountsOf.in(cluster, undefined);
  }

  /** The bindings of an account in its namespace and in the cluster. */
  public bindingsOf(namespace: string, name: string): readonly any[] {
    const all = this.bindings.get(keyOf(namespace, name)) ?? [];
    return all.filter((one) => one.kind === 'ClusterRoleBinding' || namespaceOf(one) === namespace);
  }

  /** Whether pods of the input run as it. */
  public isUsed(namespace: string, name: string): boolean {
    return this.used.has(keyOf(namespace, name));
  }

  /** Workloads of a namespace whose pods run as default. */
  public runningAsDefault(namespace: string): readonly Workload[] {
    return this.asDefault.get(namespace) ?? [];
  }

  /** Whether anything else names the account: a token, a custom resource, or text about accounts. */
  public isNamed(namespace: string, name: string): boolean {
    if (this.tokens.has(keyOf(namespace, name)) || this.words.has(name)) return true;
    const named = new RegExp(`account[^\\n]{0,40}(?<![\\w.-])${literalPattern(name)}(?![\\w.-])`, 'i');
    return this.texts.some((text) => named.test(text));
  }

  private addBinding(binding: any): void {
    for (const { kind, name, namespace = binding.metadata?.namespace } of subjectsOf(binding)) {
      if (kind === 'ServiceAccount') add(this.bindings, keyOf(namespaceOf({ metadata: { namespace } }), name), binding);
    }
  }

  private addWorkload(workload: Workload): void {
    const { object, pod } = workload;
    const account = pod.spec.serviceAccountName || pod.spec.serviceAccount || DEFAULT_ACCOUNT;
    this.used.add(keyOf(namespaceOf(object), account));
    if (account === DEFAULT_ACCOUNT) add(this.asDefault, namespaceOf(object), workload);
    for (const text of podTexts(pod)) this.addText(text);
  }

  private addText(text: string): void {
    if (/account/i.test(text)) this.texts.push(text);
  }

  private addWords(value: unknown): void {
    if (typeof value === 'string') this.words.add(value);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) this.addWords(one);
  }
}

const accountsOf = new FoundOnce((_: undefined, cluster) => new Accounts(cluster));

/** Commands and variables of the containers of a pod. */
export function podTexts({ spec }: PodTemplate): string[] {
  return containersOf(spec).flatMap(({ container: { command, args, env } }) => [
    [...customList(command), ...customList(args)].join(' '),
    ...customList(env).map((one) => `${one?.name}=${one?.value}`),
  ]);
}

function keyOf(namespace: string, name: unknown): string {
  return `${namespace}/${name}`;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
