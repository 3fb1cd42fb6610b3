import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ReportIssue } from '../props';
import { podOf } from './pod-template';

/** Localhost ports in use by ambassadors, by the object with the pod. */
const claims = new WeakMap<ApiObject, Map<number, string>>();
/** Objects with ambassadors, by the root of their tree. */
const guarded = new WeakMap<IConstruct, Set<ApiObject>>();

/** Reserves a localhost port of a pod for an ambassador, and checks that no Service exposes it. */
export function claimLocalPort(target: ApiObject, port: number, label: string, reportIssue: ReportIssue): void {
  const ports = claims.get(target) ?? new Map<number, string>();
  claims.set(target, ports);
  const owner = ports.get(port);
  if (owner !== undefined && owner !== label) {
    reportIssue('port', `${port} is already used by ${owner} of the same pod`);
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
    // Once for the whole tree: each Service is rendered once, for any number of ambassadors.
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
    // Pods are rendered only when a Service exposes such a port, which is rare.
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
  // The endpoints of a Service without a selector are managed elsewhere.
  if (Object.keys(selector).length === 0) return [];
  const targetPorts = ports.map(({ port, targetPort = port }: { port: number; targetPort?: unknown }) =>
    Number(targetPort),
  );
  return [{ service: construct, selector, targetPorts }];
}

function exposure(target: ApiObject, label: string, port: number, service: ApiObject): string {
  return `${target.node.path}: ${label}: port ${port} must not be exposed by a Service, because the proxy serves its own pod only, but ${service.node.path} exposes it`;
}
