import { groupKindOf } from '../../facts';

/** Whether an object says whose Gateways of its name are. */
export function isGatewayClass(object: any): boolean {
  return groupKindOf(object) === 'gateway.networking.k8s.io/GatewayClass';
}

/** The controllers of the GatewayClasses of an input, which call what they create for a Gateway in ways of their own. */
export class GatewayClasses {
  private readonly controllers: ReadonlyMap<unknown, unknown>;

  public constructor(objects: readonly any[]) {
    this.controllers = new Map(
      objects.filter(isGatewayClass).map(({ metadata, spec }) => [metadata?.name, spec?.controllerName]),
    );
  }

  /** Undefined for a class that the input does not have. */
  public controllerOf(className: unknown): unknown {
    return this.controllers.get(className);
  }
}
