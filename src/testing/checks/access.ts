import { type AccessQuestion, Permissions } from '../../access';
import { AUTHORIZATION_VERBS, allResources, appliedNamespaceOf, groupsWith, resourcesOf } from '../../facts';
import { didYouMean, requireArguments } from '../../values';
import { BadUseError, unexpected } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { type Checkable, nonEmptyManifestOf } from './objects-of';

/** A service account: its name, `namespace/name`, or anything with a name, such as a construct. */
export type AccountReference =
  | string
  | { readonly name: string; readonly metadata?: { readonly namespace?: string | undefined } | undefined };

/** What a question about permissions is about beside verb and resource. */
export interface AccessOptions {
  /** Namespace of the objects; `null` for cluster-scoped ones, and for all namespaces. @default that of the account */
  readonly namespace?: string | null;
  /** Name of one object. @default no name, as for a list */
  readonly name?: string;
}

/**
 * The roles and bindings allow a service account to do something, as kube-apiserver with the RBAC authorizer would answer.
 *
 * @param resource the plural, with its group when it is not built in: `secrets`, `pods/log`, `widgets.example.com`.
 * @throws ManifestAssertionError when no binding grants it.
 * @throws BadUseError for an account that is not among the objects, and for a resource or verb that Kubernetes does not have.
 * @example
 * assertAllows(app, 'shop', 'get', 'secrets', { name: 'shop-db' });
 */
export function assertAllows(
  subject: Checkable,
  account: AccountReference,
  verb: string,
  resource: string,
  options: AccessOptions = {},
): void {
  const { question, shown, permissions } = asked('assertAllows', subject, account, verb, resource, options);
  if (permissions.grantedBy(question) === undefined) {
    throw new ManifestAssertionError(`${shown}: no role that is bound to it allows this`);
  }
}

/**
 * The opposite: no binding allows it.
 *
 * @throws ManifestAssertionError with the binding that does.
 */
export function assertDenies(
  subject: Checkable,
  account: AccountReference,
  verb: string,
  resource: string,
  options: AccessOptions = {},
): void {
  const { question, shown, permissions } = asked('assertDenies', subject, account, verb, resource, options);
  const binding = permissions.grantedBy(question);
  if (binding !== undefined) throw new ManifestAssertionError(`${shown}: ${binding} allows this`);
}

function asked(
  call: string,
  subject: Checkable,
  reference: AccountReference,
  verb: string,
  resource: string,
  options: AccessOptions,
): { readonly question: AccessQuestion; readonly shown: string; readonly permissions: Permissions } {
  requireArguments(call, {
    verb: [verb, 'a string'],
    resource: [resource, 'a string'],
    options: [options, 'an object'],
  });
  const { namespace: given, name } = options;
  const { objects } = nonEmptyManifestOf(subject);
  const account = accountOf(reference, objects);
  const namespace = given === undefined ? account.namespace : (given ?? undefined);
  const asked = resourceOf(resource);
  checkNames(verb, resource, asked);
  const question = {
    account,
    verb,
    ...asked,
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
  };
  const what = [verb, resource, ...(name === undefined ? [] : [JSON.stringify(name)])].join(' ');
  const where = namespace === undefined ? 'in the cluster' : `in namespace ${namespace}`;
  const shown = `service account ${account.namespace}/${account.name}, ${what} ${where}`;
  return { question, shown, permissions: new Permissions(objects) };
}

const ACCOUNT = 'the name of a service account, or a construct with that name';

function accountOf(reference: AccountReference, objects: readonly any[]): AccessQuestion['account'] {
  const accounts = objects
    .filter((object) => object?.apiVersion === 'v1' && object.kind === 'ServiceAccount')
    .map((account) => ({ name: String(account.metadata?.name), namespace: appliedNamespaceOf(account) }));
  const isText = typeof reference === 'string';
  if (!isText && typeof reference?.name !== 'string') throw unexpected('account', ACCOUNT, reference);
  const [name = '', ofText] = isText ? reference.split('/').reverse() : [reference.name];
  const namespace = isText ? ofText : reference.metadata?.namespace;
  const found = accounts.filter((one) => one.name === name && (namespace === undefined || one.namespace === namespace));
  if (found.length === 1) return found[0]!;
  if (found.length === 0 && name === 'default' && namespace !== undefined) return { name, namespace };
  const known = accounts.map((one) => `${one.namespace}/${one.name}`).join(', ') || 'none';
  throw new BadUseError(
    found.length === 0
      ? `no service account ${JSON.stringify(name)}; there are ${known}`
      : `several service accounts ${JSON.stringify(name)}: use one of ${known}`,
  );
}

/** `deployments.apps/scale`, or a resource of the one group that has it. */
function resourceOf(text: string): Pick<AccessQuestion, 'resource' | 'group'> {
  const [full = '', subresource] = text.split('/');
  const dot = full.indexOf('.');
  const plural = dot < 0 ? full : full.slice(0, dot);
  const group = dot < 0 ? groupsWith(plural)[0] : full.slice(dot + 1);
  return { group: group ?? '', resource: subresource === undefined ? plural : `${plural}/${subresource}` };
}

/** A misspelled verb or resource is allowed by no role, so that it would pass as denied. Extensions have resources and verbs of their own. */
function checkNames(verb: string, given: string, { group, resource = '' }: ReturnType<typeof resourceOf>): void {
  const known = resourcesOf(group ?? '');
  if (known === undefined) return;
  const [plural = '', subresource] = resource.split('/');
  const hasResource =
    plural === '*' ||
    known.includes(resource) ||
    (known.includes(plural) && (subresource === '*' || subresource === 'finalizers'));
  if (!hasResource) {
    const near = nearest(resource, group === '' ? allResources() : known) ?? 'use the plural in lower case';
    throw new BadUseError(
      `Kubernetes has no resource ${JSON.stringify(given)}: ${near}; one that is not built in needs its group, as widgets.example.com`,
    );
  }
  if (verb !== '*' && !verb.includes(':') && !AUTHORIZATION_VERBS.includes(verb)) {
    const near = nearest(verb, AUTHORIZATION_VERBS);
    throw new BadUseError(`no request has the verb ${JSON.stringify(verb)}${near === undefined ? '' : `: ${near}`}`);
  }
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  return known.includes(lower) ? `did you mean ${JSON.stringify(lower)}?` : didYouMean(lower, known);
}
