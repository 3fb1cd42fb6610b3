import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Problem } from '../problems/problems';
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

function exposedPorts(root: IConstruct, targets: ReadonlySet<ApiObject>): string[] {
  const services = root.node
    .findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && construct.kind === 'Service')
    .map((service) => ({ service, spec: service.toJson().spec ?? {} }))
    .filter(({ spec }) => Object.keys(spec.selector ?? {}).length > 0);
  return [...targets].flatMap((target) => {
    const labels = services.length === 0 ? {} : (podOf(target.toJson()).podMetadata.labels ?? {});
    return services
      .filter(({ service }) => service.metadata.namespace === target.metadata.namespace)
      .filter(({ spec }) => Object.entries(spec.selector).every(([key, value]) => labels[key] === value))
      .flatMap(({ service, spec }) => exposures(target, service, spec.ports ?? []));
  });
}

function exposures(target: ApiObject, service: ApiObject, ports: readonly { port: number; targetPort?: unknown }[]) {
  return ports.flatMap(({ port, targetPort = port }) => {
    const label = claims.get(target)?.get(Number(targetPort));
    return label === undefined
      ? []
      : [
          `${target.node.path}: ${label}: port ${targetPort} must be on no Service, as the proxy is for its own pod alone, but ${service.node.path} leads to it`,
        ];
  });
}
