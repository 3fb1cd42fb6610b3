import { kindKey } from './placed';

/**
 * A collector of OpenTelemetry with its configuration as an object: before v1beta1 it is a text.
 *
 * @see https://github.com/open-telemetry/opentelemetry-operator/blob/main/docs/reference/crd-changelog.md
 */
export function withReadConfig(object: any): any {
  const text = object?.spec?.config;
  if (typeof text !== 'string' || kindKey(object.apiVersion, object.kind) !== 'opentelemetry.io/OpenTelemetryCollector')
    return object;
  const { valueOfYaml } = require('./yaml-text') as typeof import('./yaml-text');
  const config = valueOfYaml(text);
  return typeof config === 'object' && config !== null ? { ...object, spec: { ...object.spec, config } } : object;
}
