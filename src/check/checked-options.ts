import { POD_SECURITY_LEVELS } from '../facts';
import { checkDefinition, checkProps } from '../props';
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
  });
  checkVersions(where, options.kubernetesVersion);
  externalObjects(options);
  knownCluster(options);
  imagesIn(options);
  nodesIn(options);
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
