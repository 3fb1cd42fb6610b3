import type * as kplus from 'cdk8s-plus-28';
import { type NetworkPeer, Peer } from '../../network';
import { checkOwnNamespace, type NamespacedUser } from '../../pod';
import type { ReportIssue } from '../../props';

/** A pattern with a Service. */
export interface Routable {
  readonly service: kplus.Service | undefined;
  /** Allows peers to connect to the port that routes use, if there is a NetworkPolicy. */
  allowRoute?(from: NetworkPeer | readonly NetworkPeer[]): unknown;
}

/** A pattern with a Service, such as a WebApp; a cdk8s-plus Service; or a Service by name and port. */
export type RouteTarget = Routable | kplus.Service | { readonly name: string; readonly port: number };

/** Name and port of the Service. */
export function serviceOf(
  target: RouteTarget,
  reportIssue: ReportIssue,
): { readonly name: string; readonly port: number } {
  if ('service' in target) {
    if (target.service !== undefined) return firstPortOf(target.service);
    reportIssue('to', 'has no Service', 'add one with service: {}');
    return { name: 'none', port: 0 };
  }
  return 'ports' in target ? firstPortOf(target) : target;
}

function firstPortOf({ name, ports }: kplus.Service): { readonly name: string; readonly port: number } {
  return { name, port: ports[0]?.port ?? 0 };
}

/** An Ingress routes to Services of its own namespace only. */
export function checkRouteNamespace(route: NamespacedUser, target: RouteTarget, reportIssue: ReportIssue): void {
  checkOwnNamespace(route, serviceConstructOf(target), 'to', reportIssue);
}

/** The Service of a target, unless it was passed by name. */
export function serviceConstructOf(target: RouteTarget): kplus.Service | RouteTarget {
  return 'service' in target && target.service !== undefined ? target.service : target;
}

/** Allows the peers of a route to connect to its targets, where these deny connections that are not declared. */
export function allowRoutes(
  targets: readonly RouteTarget[],
  from: NetworkPeer | readonly NetworkPeer[] = Peer.anyone(),
): void {
  for (const target of new Set(targets)) {
    if ('service' in target) target.allowRoute?.(from);
  }
}
