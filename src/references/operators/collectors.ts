import { didYouMean } from '../../values';
import { customList } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

/** Lists of a pipeline, what their items are called, and where they are configured. */
const LISTS: readonly (readonly [list: string, one: string, sections: readonly string[]])[] = [
  ['receivers', 'receiver', ['receivers', 'connectors']],
  ['processors', 'processor', ['processors']],
  ['exporters', 'exporter', ['exporters', 'connectors']],
];

/**
 * Components of a collector of OpenTelemetry that its pipelines name and its configuration does not have; the program ends with
 * "references exporter ... which is not configured".
 *
 * @see https://github.com/open-telemetry/opentelemetry-collector/blob/main/otelcol/config.go Validate
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function unknownComponents(object: any): Dangling[] {
  const { config, args } = Object(object.spec);
  // Arguments may add another configuration.
  if (
    typeof config !== 'object' ||
    config === null ||
    Object.keys(Object(args)).some((key) => /^(?:config|set)$/.test(key))
  )
    return [];
  const named = (section: string) => Object.keys(Object(config[section]));
  const pipelines = Object.entries<any>(Object(config.service?.pipelines));
  const ofPipelines = pipelines.flatMap(([id, pipeline]) =>
    LISTS.flatMap(([list, one, sections]) =>
      unknown(pipeline?.[list], `pipelines.${id}.${list}`, one, sections.flatMap(named), sections[0]!),
    ),
  );
  return [
    ...ofPipelines,
    ...unknown(config.service?.extensions, 'extensions', 'extension', named('extensions'), 'extensions'),
    ...named('connectors').flatMap((name) => halfUsed(name, pipelines)),
  ];
}

function unknown(list: unknown, at: string, one: string, names: readonly string[], section: string): Dangling[] {
  return customList(list).flatMap((name, index): Dangling[] => {
    if (typeof name !== 'string' || name.includes('$') || names.includes(name)) return [];
    const message = `config.${section} has no ${one} ${JSON.stringify(name)}`;
    const hint = didYouMean(name, names) ?? `the names are ${names.join(', ') || 'none'}`;
    return [{ field: `spec.config.service.${at}[${index}]`, message, hint, certainty: 'wrong' }];
  });
}

/** A connector ends one pipeline and begins another. */
function halfUsed(name: string, pipelines: readonly (readonly [string, any])[]): Dangling[] {
  const isUsed = (list: string) => pipelines.some(([, pipeline]) => customList(pipeline?.[list]).includes(name));
  const [isReceiver, isExporter] = [isUsed('receivers'), isUsed('exporters')];
  if (isReceiver === isExporter) return [];
  const field = `spec.config.connectors.${name}`;
  const missing = isReceiver ? 'exporter' : 'receiver';
  const message = `the connector ${JSON.stringify(name)} is not used as ${missing}`;
  return [{ field, message, hint: `name it in ${missing}s of a pipeline, too`, certainty: 'wrong' }];
}
