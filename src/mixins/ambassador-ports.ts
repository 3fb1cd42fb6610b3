import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Problem } from '../props';
import { podOf } from './pod-template';

/** Ports of localhost that ambassadors took, by the object whose pod it is. */
const claims = new WeakMap<ApiObject, Map<number, string>>();
/** Objects with ambassadors, by the root of their tree. */
const guarded = new WeakMap<IConstruct, Set<ApiObject>>();

/** Takes a port of a pod's localhost for an ambassador, and has it checked that no Service leads to it. */
export function claimLocalPort(target: ApiObject, port: number, label: string, problem: Problem): void {
  const ports = claims.get(target) ?? new Map<number, string>();
  claims.set(target, ports);
  const owner = ports.get(port);
  if (owner !== undefined && owner !== label) {
    problem('port', `${port} is taken by ${owner} of the same pod`);
    return;
  }
  ports.set(port, label);
  guard(target);
}

function guard(target: ApiObject): void {
  const { root } = target.node;
  let targets = guarded.get(root);
  if (targets === undefined) {
    targets = new Set();
    guarded.set(root, targets);
    // Once for the whole tree: each Service is rendered once, however many ambassadors there are.
    root.node.addValidation({ validate: () => exposedPorts(root, guarded.get(root)!) });
  }
  targets.add(target);
}

interface RenderedService {
  readonly service: ApiObject;
  readonly selector: Readonly<Record<string, string>>;
  readonly targetPorts: readonly number[];
}

function exposedPorts(root: IConstruct, targets: ReadonlySet<ApiObject>): string[] {
  const services = root.node.findAll().flatMap(renderedService);
  return [...targets].flatMap((target) => {
    const ports = claims.get(target)!;
    const { namespace } = target.metadata;
    const near = services.filter(({ service }) => service.metadata.namespace === namespace);
    const leading = near.filter(({ targetPorts }) => targetPorts.some((port) => ports.has(port)));
    // Pods are rendered only when a Service leads to such a port at all, which is seldom.
    const labels = leading.length === 0 ? {} : (podOf(target.toJson()).podMetadata.labels ?? {});
    return leading
      .filter(({ selector }) => Object.entries(selector).every(([key, value]) => labels[key] === value))
      .flatMap(({ service, targetPorts }) =>
        targetPorts.filter((port) => ports.has(port)).map((port) => exposure(target, ports.get(port)!, port, service)),
      );
  });
}

function renderedService(construct: IConstruct): RenderedService[] {
  if (!ApiObject.isApiObject(construct) || construct.kind !== 'Service' || construct.apiGroup !== 'core') return [];
  const { selector = {}, ports = [] } = construct.toJson().spec ?? {};
  // Without a selector its endpoints are somebody else's concern.
  if (Object.keys(selector).length === 0) return [];
  const targetPorts = ports.map(({ port, targetPort = port }: { port: number; targetPort?: unknown }) =>
    Number(targetPort),
  );
  return [{ service: construct, selector, targetPorts }];
}

function exposure(target: ApiObject, label: string, port: number, service: ApiObject): string {
  return `${target.node.path}: ${label}: port ${port} must be on no Service, as the proxy is for its own pod alone, but ${service.node.path} leads to it`;
}
