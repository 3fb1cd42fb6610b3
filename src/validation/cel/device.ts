import { gatesOf } from '../../facts';
import type { Environment } from './check/environment';
import { kubernetesEnvironment } from './environment';
import { bindings } from './libraries/loops';
import { parseType } from './types/signature';
import { structOf, type Type } from './types/type';

const DEVICE = 'kubernetes.DRADevice';

const environments = new Map<number, Environment>();

/** The environment of selectors of devices: `device` with its driver, attributes and capacity. */
export function deviceEnvironment(minor: number): Environment {
  let environment = environments.get(minor);
  if (environment === undefined) {
    const fields: Record<string, Type> = {
      driver: parseType('string'),
      attributes: parseType('map<string, map<string, any>>'),
      capacity: parseType('map<string, map<string, kubernetes.Quantity>>'),
      ...(gatesOf(minor).has('DRAConsumableCapacity') && { allowMultipleAllocations: parseType('bool') }),
    };
    environment = kubernetesEnvironment(minor)
      .withMacros([bindings])
      .extend({ device: structOf(DEVICE) }, (name) => (name === DEVICE ? (field) => fields[field] : undefined));
    environments.set(minor, environment);
  }
  return environment;
}
