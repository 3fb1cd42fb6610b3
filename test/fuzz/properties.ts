import type { CheckOptions } from '../../src/check';
import { manifestFiles } from '../../src/cli/manifest-files';
import { checkFiles, UNREADABLE_INPUT } from '../../src/cli/validate/check-files';
import type { KubernetesVersion } from '../../src/facts';
import type { Finding } from '../../src/findings';
import { formatGithub, formatJson, formatJunit, formatSarif, formatText, type Summary } from '../../src/report';
import { findingsByFile, unexplained } from './differences';
import { inDirectory, pathOf } from './directory';
import { type GeneratedFile, manifestFile } from './inputs';

const CONTROL = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u;
const REPORTS = [formatJson, formatSarif, formatJunit, formatGithub];

/** What is done with an input. */
export interface Depth {
  readonly kubernetesVersion: readonly KubernetesVersion[];
  /** Also read the files from a directory. */
  readonly disk: boolean;
  /** Also write the reports of every file alone. They are always written for all files together. */
  readonly reports: boolean;
  /** Also find the cause of each finding that depends on other files, which takes another check for each pair. */
  readonly causes: boolean;
}

/** Something that is not as it should be, and the file that shows it. */
export interface Failure {
  readonly file: string | undefined;
  readonly text: string;
}

/**
 * Runs files through reading, all checks and every report, together and each alone.
 *
 * @returns exceptions, internal errors, raw control characters, changes of what all objects inherit, and files about which something else is found when they are
 * checked together, unless it is another file that they refer to or that defines their kind.
 */
export function failuresOf(files: readonly GeneratedFile[], depth: Depth): Failure[] {
  const failures: Failure[] = [];
  const { kubernetesVersion } = depth;
  const options: CheckOptions = { kubernetesVersion, podSecurity: 'restricted', practices: true, references: 'all' };
  const check = (checked: readonly GeneratedFile[]) => checkFiles(checked.map(manifestFile), options);
  const attempt = (file: string | undefined, checked: readonly GeneratedFile[], reports: boolean) => {
    try {
      const summary = check(checked);
      failures.push(...failuresIn(summary, reports).map((text) => ({ file, text })));
      return summary.findings;
    } catch (error) {
      failures.push({ file, text: (error as Error).stack ?? String(error) });
      return undefined;
    }
  };

  const together = attempt(undefined, files, true);
  const alone = files.map((file) => attempt(file.name, [file], depth.reports));
  if (together === undefined || alone.includes(undefined)) return failures;
  if (depth.disk) failures.push(...failuresOnDisk(files, together, options));
  const differences = unexplained(files, findingsByFile(together), alone as (typeof together)[], {
    check: (checked) => check(checked).findings,
    causes: depth.causes,
  });
  return [...failures, ...differences];
}

/** Files from a directory have the same findings, but that a link to nothing has other words than a file that cannot be read. */
function failuresOnDisk(
  files: readonly GeneratedFile[],
  together: readonly Finding[],
  options: CheckOptions,
): Failure[] {
  try {
    const found = inDirectory(files, (directory) => {
      const { findings } = checkFiles(manifestFiles([directory]), options);
      const text = JSON.stringify(keysOf(findings)).replaceAll(`${directory}/`, '');
      return files.reduce((texts, { name }, index) => texts.replaceAll(pathOf(name, index), name), text);
    });
    return found === JSON.stringify(keysOf(together))
      ? []
      : [{ file: undefined, text: 'other findings from a directory' }];
  } catch (error) {
    return [{ file: undefined, text: `from a directory: ${(error as Error).stack}` }];
  }

  function keysOf(findings: readonly Finding[]) {
    return findings.map(({ rule, path, file, line, message }) =>
      rule === UNREADABLE_INPUT ? [rule, file] : [rule, path, file, line, message],
    );
  }
}

function failuresIn(summary: Summary, reports: boolean): string[] {
  const outputs = reports ? [formatText(summary.findings), ...REPORTS.map((format) => format(summary))] : [];
  const inherited: string[] = [];
  for (const key in {}) inherited.push(key);
  if (inherited.length > 0) return [`all objects inherit ${inherited.join()}`];
  const control = outputs.some((output) => CONTROL.test(output));
  const internal = summary.findings.filter(({ rule }) => rule === 'internal-error');
  return [...(control ? ['a raw control character in a report'] : []), ...internal.map(({ message }) => message)];
}
