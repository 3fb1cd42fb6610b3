import type { Environment } from './engine';
import { kubernetesEnvironment } from './environment';

const environments = new Map<number, Environment>();

/** The environment of selectors of devices: `device` with its driver, attributes and capacity. */
export function deviceEnvironment(minor: number): Environment {
  const known = environments.get(minor);
  if (known !== undefined) return known;
  const environment = kubernetesEnvironment(minor).clone();
  const fields: Record<string, string> = {
    driver: 'string',
    attributes: 'map<string, map<string, dyn>>',
    capacity: 'map<string, map<string, kubernetes.Quantity>>',
  };
  if (minor >= 36) fields.allowMultipleAllocations = 'bool';
  environment.registerType('DRADevice', { ctor: class {}, fields } as any);
  environment.registerVariable('device', 'DRADevice');
  environments.set(minor, environment);
  return environment;
}
