import type * as kplus from 'cdk8s-plus-28';
import type { Problem } from '../../props';

/** A pattern with a Service, such as a WebApp; a cdk8s-plus Service; or a Service by name and port. */
export type RouteTarget =
  | { readonly service: kplus.Service | undefined }
  | kplus.Service
  | { readonly name: string; readonly port: number };

/** Name and port of the Service. */
export function serviceOf(target: RouteTarget, problem: Problem): { readonly name: string; readonly port: number } {
  if ('service' in target) {
    if (target.service !== undefined) return serviceOf(target.service, problem);
    problem('to', 'has no Service', 'add one with service: {}');
    return { name: 'none', port: 0 };
  }
  if ('ports' in target) return { name: target.name, port: target.ports[0]?.port ?? 0 };
  return target;
}
