import { NEWEST_VERSION } from '../facts';
import { kindsOf, loadKubernetesDocument } from '../schema';
import { didYouMean } from '../values';
import type { KindSelector } from './like';

/** Whether an object is of that kind. */
export function selectsKind(kind: KindSelector, object: any): boolean {
  return typeof kind === 'string'
    ? object?.kind === kind
    : object?.kind === kind.kind && object?.apiVersion === kind.apiVersion;
}

/** `Deployment "shop"`, `metallb.io/v1beta1 IPAddressPool`. */
export function describeKind(kind: KindSelector, name?: string): string {
  const text = typeof kind === 'string' ? kind : `${kind?.apiVersion} ${kind?.kind}`;
  return name === undefined ? text : `${text} ${JSON.stringify(name)}`;
}

let builtIn: ReadonlySet<string> | undefined;

/** Why something cannot be the kind of an object: neither a server nor the manifest has it. */
export function kindProblem(kind: KindSelector, objects: () => readonly any[]): string | undefined {
  if (typeof kind !== 'string') {
    return typeof kind?.apiVersion === 'string' && typeof kind?.kind === 'string'
      ? undefined
      : `expected a kind such as "Deployment" or { apiVersion, kind }, received ${JSON.stringify(kind) ?? typeof kind}`;
  }
  builtIn ??= new Set(kindsOf(loadKubernetesDocument(NEWEST_VERSION)).map((known) => known.kind));
  if (builtIn.has(kind)) {
    return undefined;
  }
  const present = objects()
    .map((object) => object?.kind)
    .filter((name): name is string => typeof name === 'string');
  if (present.includes(kind)) {
    return undefined;
  }
  const near = didYouMean(kind, [...new Set([...present, ...builtIn])]);
  const hint = near ?? 'name a custom resource as { apiVersion, kind }';
  return `unknown kind ${JSON.stringify(kind)}: ${hint}`;
}
