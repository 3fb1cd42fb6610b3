const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\.)*"';
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{(?:${LABEL}(?:,${LABEL})*)?,?\\})? ([+-]?Inf|NaN|[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)( -?\\d+)?$`,
);

/**
 * The samples of a metrics page by name: the last value of each.
 *
 * @throws on a line that Prometheus does not read.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/ text-based format
 */
export function parseMetrics(page: string): Map<string, number> {
  const lines = page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const sample = SAMPLE.exec(line);
      if (sample === null) throw new Error(`not a sample: ${line}`);
      return [sample[1]!, Number(sample[2])];
    }),
  );
}
