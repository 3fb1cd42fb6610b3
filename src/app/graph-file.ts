import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import type { CheckOptions } from '../check';
import { formatGraph, GRAPH_EXTENSIONS, graphFormatOf, graphWithFindings } from '../graph';
import { checkProps } from '../props';
import type { CheckedObjects } from './check-app';

/** @throws PropsError for a file whose format is not known, or that `kubectl apply` would take for a manifest. */
export function checkGraphFile(where: string, file: unknown, outdir: string): void {
  checkProps(where, (reportIssue) => {
    if (typeof file !== 'string') return reportIssue('graph', `expected a string, received ${typeof file}`);
    if (graphFormatOf(file) === undefined) {
      return reportIssue(
        'graph',
        `the format of ${JSON.stringify(file)} is not known`,
        `use the extension ${GRAPH_EXTENSIONS.join(', ')}`,
      );
    }
    const isInside = !relative(resolve(outdir), resolve(file)).startsWith('..');
    if (isInside && extname(file) === '.json') {
      reportIssue('graph', `kubectl apply -f ${outdir} would read ${JSON.stringify(file)}`, 'write it elsewhere');
    }
  });
}

/** Writes the picture of checked objects: first beside the file, then in its place. */
export function writeGraph(file: string, { inputs, findings }: CheckedObjects, options: CheckOptions): void {
  const text = formatGraph(graphWithFindings(inputs, findings, options), graphFormatOf(file)!);
  const beside = join(dirname(file), `.${basename(file)}.tmp`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
