import { POD_SECURITY_LEVELS } from '../facts';
import { checkDefinition, checkProps, PropsError, type ReportIssue } from '../props';
import { unknownRules } from '../rule-pages';
import { didYouMean } from '../validation';
import { type CheckOptions, OPTION_NAMES } from './check-options';
import { unusableImports } from './custom-resources';
import { externalObjects } from './external';
import { knownCluster } from './ground';
import { imagesIn, nodesIn } from './images';
import { checkVersions } from './target-versions';

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  references: [true, false, 'all'],
  podSecurity: POD_SECURITY_LEVELS,
  practices: [true, false],
  runtime: [true, false],
  applyMode: ['client', 'server'],
};

/**
 * Makes sure that options exist and have values that they can have, since a misspelled one would silently check less.
 *
 * @param others further names that are allowed beside the options.
 * @throws PropsError that names every wrong option.
 */
export function checkOptions(where: string, options: CheckOptions, others: readonly string[] = []): void {
  const names: readonly string[] = [...OPTION_NAMES, ...others];
  const found = checkDefinition('CheckedAppProps', options);
  checkProps(where, (reportIssue) => {
    // Versions and choices have checks of their own below.
    for (const { prop, message, hint, isVague } of found) {
      const isNested = !names.includes(prop) && !Object.hasOwn(options, prop);
      const isReported = isVague !== true || isNested || prop.startsWith('crds');
      if (isReported && !prop.startsWith('kubernetesVersion')) reportIssue(prop, message, hint);
    }
    for (const [name, value] of Object.entries(options)) {
      const choices = CHOICES[name];
      if (!names.includes(name)) {
        reportIssue(
          name,
          'unknown option',
          didYouMean(name, names) ?? meaningIn(found, name) ?? `options are ${names.join(', ')}`,
        );
      } else if (choices !== undefined && value !== undefined && !choices.includes(value)) {
        reportIssue(
          name,
          `expected ${choices.map((choice) => JSON.stringify(choice)).join(' or ')}, received ${printed(value)}`,
        );
      }
    }
    if (!found.some(({ prop }) => prop.startsWith('crds'))) {
      const unusable = unusableImports(options);
      if (unusable !== undefined) reportIssue('crds', unusable.message, unusable.hint);
    }
    // A value of the wrong type is reported, and cannot be read.
    const isMistyped = (name: string) => found.some(({ prop, isVague }) => prop.startsWith(name) && isVague !== true);
    const read = (name: string, run: () => unknown) => {
      if (name === '' || !isMistyped(name)) reportThrown(name, run, reportIssue);
    };
    if (!isMistyped('warningsAsErrors')) reportUnknownRules(options, reportIssue);
    read('', () => checkVersions(where, options.kubernetesVersion));
    read('external', () => externalObjects(options));
    read('cluster', () => knownCluster(options));
    read('images', () => imagesIn(options));
    read('nodes', () => nodesIn(options));
  });
}

/** A misspelled rule would stay a warning. Checks of the user have rules of their own. */
function reportUnknownRules({ warningsAsErrors = [], checks = [] }: CheckOptions, reportIssue: ReportIssue): void {
  if (checks.length > 0) return;
  for (const { id, index, hint } of unknownRules(warningsAsErrors)) {
    reportIssue(`warningsAsErrors[${index}]`, `there is no rule ${JSON.stringify(id)}`, hint);
  }
}

/** Reports what an option contains that cannot be used. @param name of the option; empty when the issues have it. */
function reportThrown(name: string, run: () => unknown, reportIssue: ReportIssue): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    for (const { prop, message, hint } of error.issues) {
      const within = error.where === name || name === '' ? prop : [error.where, prop].filter(Boolean).join(': ');
      reportIssue(within.startsWith(name) ? within : `${name}: ${within}`, message, hint);
    }
  }
}

/** The options that can be used, when others are invalid: those are left out. */
export function usableOptions(options: CheckOptions): CheckOptions {
  return Object.fromEntries(
    OPTION_NAMES.map((name) => [name, isUsable(options, name) ? options[name] : name === 'crds' ? false : undefined]),
  );
}

function isUsable(options: CheckOptions, name: keyof CheckOptions): boolean {
  try {
    // Each option by itself: imported custom resources are read by default.
    checkOptions('', { crds: false, [name]: options[name] });
    return true;
  } catch {
    return false;
  }
}

function meaningIn(found: ReturnType<typeof checkDefinition>, name: string): string | undefined {
  const { hint } = found.find(({ prop }) => prop === name) ?? {};
  return hint?.startsWith('props are ') ? undefined : hint;
}

function printed(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}
