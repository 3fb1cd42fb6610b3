import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NetworkPeer } from '../../network';
import { RecordedConstruct } from '../../origin';
import {
  checkOneOf,
  checkOwnNamespace,
  checkText,
  checkWhole,
  definedFields,
  entriesOf,
  isElsewhere,
  type NamespacedUser,
  nameOf,
  namespaceOf,
  type ObjectReference,
  under,
  userOf,
} from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain, wildcardDns1123Subdomain } from '../../values';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import { checkPeersOf } from '../network/policy-rules';
import { makeReferenceGrants } from './reference-grant';
import { allowRoutes, type RouteTarget, serviceConstructOf, serviceOf } from './route-target';

/** A rule: matching requests and their backend. */
export interface HttpRouteRule {
  /** Paths, one of which must match; a string is a prefix. @default ['/'] */
  readonly paths?: readonly (
    | string
    | { readonly path: string; readonly type?: 'Prefix' | 'Exact' | 'RegularExpression' }
  )[];
  /** A Service, or several by weight. */
  readonly to: RouteTarget | readonly { readonly target: RouteTarget; readonly weight: number }[];
  /** Replaces the matched prefix before the request is forwarded. */
  readonly rewritePrefix?: string;
}

/** Props of an HttpRoute. */
export interface HttpRouteProps extends NamingProps {
  /** Gateway that the route attaches to: its name, or name and namespace. */
  readonly gateway: ObjectReference | { readonly name: string; readonly namespace: string; readonly section?: string };
  /** Such as `shop.example.com`. @default all hosts of the Gateway */
  readonly hosts?: readonly string[];
  readonly rules: readonly HttpRouteRule[];
  /**
   * Peers that can connect to targets that have a `networkPolicy`: the pods of the gateway, such as
   * `Peer.namespace('gateway-system')`.
   *
   * @default Peer.anyone()
   */
  readonly from?: NetworkPeer | readonly NetworkPeer[];
  /**
   * For targets of other namespaces, which have to permit the route: `true` creates a ReferenceGrant in each of these
   * namespaces, `false` states that there are grants already.
   *
   * @default targets of other namespaces are refused
   */
  readonly referenceGrants?: boolean;
}

const GRANT_HINT = 'set referenceGrants: true to permit it with a ReferenceGrant, or false when there is one';

const TYPES = { Prefix: 'PathPrefix', Exact: 'Exact', RegularExpression: 'RegularExpression' } as const;

/**
 * Routes HTTP requests from a Gateway to Services, like an Ingress.
 *
 * @see https://gateway-api.sigs.k8s.io/api-types/httproute/
 * @example
 * new HttpRoute(chart, 'shop', {
 *   gateway: 'public',
 *   hosts: ['shop.example.com'],
 *   rules: [{ paths: ['/'], to: shop }],
 * });
 */
@checked('HttpRoute')
export class HttpRoute extends RecordedConstruct {
  public readonly httpRoute: ApiObject;
  /** The ReferenceGrants by their namespace; empty unless `referenceGrants` is true. */
  public readonly referenceGrants: Readonly<Record<string, ApiObject>>;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: HttpRouteProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    let rules: object[] = [];
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      if (props.rules.length === 0) reportIssue('rules', 'must not be empty');
      checkText(reportIssue, 'gateway', nameOf(props.gateway), dns1123Subdomain);
      for (const [index, host] of (props.hosts ?? []).entries()) {
        checkText(
          reportIssue,
          `hosts[${index}]`,
          host,
          host.includes('*') ? wildcardDns1123Subdomain : dns1123Subdomain,
        );
      }
      if (props.from !== undefined) checkPeersOf(props.from, 'from', reportIssue);
      const user = userOf(this, props.namespace);
      rules = props.rules.map((rule, index) =>
        ruleManifest(rule, under(reportIssue, `rules[${index}]`), user, props.referenceGrants),
      );
    });
    const targets = props.rules.flatMap((rule) => targetsOf(rule).map(({ target }) => target));
    allowRoutes(targets, props.from);
    const { gateway } = props;
    this.httpRoute = new ApiObject(this, 'HttpRoute', {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: metadataOf(naming!),
      spec: definedFields({
        parentRefs: [
          definedFields({
            name: nameOf(gateway),
            namespace: typeof gateway === 'object' && 'namespace' in gateway ? String(gateway.namespace) : undefined,
            sectionName: typeof gateway === 'object' && 'section' in gateway ? gateway.section : undefined,
          }),
        ],
        hostnames: entriesOf(props.hosts),
        rules,
      }),
    });
    const user = userOf(this, props.namespace);
    const elsewhere = targets.map(serviceConstructOf).filter((target) => isElsewhere(target, user));
    this.referenceGrants =
      props.referenceGrants === true ? makeReferenceGrants(this, metadataOf(naming!), user.namespace!, elsewhere) : {};
  }
}

function ruleManifest(
  rule: HttpRouteRule,
  reportIssue: ReportIssue,
  user: NamespacedUser,
  grants: boolean | undefined,
): object {
  const { paths = ['/'], rewritePrefix } = rule;
  const matches = paths.map((given, index) => {
    const { path, type = 'Prefix' } = typeof given === 'string' ? { path: given } : given;
    const own = under(reportIssue, `paths[${index}]`);
    checkOneOf(own, 'type', type, Object.keys(TYPES));
    if (!path.startsWith('/')) own('path', `must start with "/", got ${JSON.stringify(path)}`, `try "/${path}"`);
    return { path: { type: TYPES[type], value: path } };
  });
  const backendRefs = targetsOf(rule).map(({ target, weight }, index) => {
    checkWhole(reportIssue, `to[${index}].weight`, weight, { max: 1_000_000 });
    const { name, port } = serviceOf(target, reportIssue);
    const own = serviceConstructOf(target);
    if (grants === undefined) checkOwnNamespace(user, own, 'to', reportIssue, GRANT_HINT);
    return definedFields({ name, namespace: isElsewhere(own, user) ? namespaceOf(own) : undefined, port, weight });
  });
  const urlRewrite = { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: rewritePrefix } };
  const filters = rewritePrefix === undefined ? undefined : [{ type: 'URLRewrite', urlRewrite }];
  return definedFields({ matches, filters, backendRefs });
}

function targetsOf({ to }: HttpRouteRule): readonly { readonly target: RouteTarget; readonly weight?: number }[] {
  return Array.isArray(to) ? to : [{ target: to as RouteTarget }];
}
