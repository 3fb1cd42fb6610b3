import { POD_SECURITY_LEVELS } from '../facts';
import { checkDefinition, checkProps } from '../props';
import { didYouMean } from '../validation';
import { type CheckOptions, OPTION_NAMES } from './check-options';
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
  checkProps(where, (problem) => {
    // Versions and choices have checks of their own below.
    for (const { prop, message, hint, isVague } of found) {
      if (isVague !== true && !prop.startsWith('kubernetesVersion')) problem(prop, message, hint);
    }
    for (const [name, value] of Object.entries(options)) {
      const choices = CHOICES[name];
      if (!names.includes(name)) {
        problem(
          name,
          'unknown option',
          didYouMean(name, names) ?? meaningIn(found, name) ?? `options are ${names.join(', ')}`,
        );
      } else if (choices !== undefined && value !== undefined && !choices.includes(value)) {
        problem(
          name,
          `expected ${choices.map((choice) => JSON.stringify(choice)).join(' or ')}, received ${printed(value)}`,
        );
      }
    }
  });
  checkVersions(where, options.kubernetesVersion);
  imagesIn(options);
  nodesIn(options);
}

/** The options that can be used, when others are invalid: those are left out. */
export function usableOptions(options: CheckOptions): CheckOptions {
  const usable = OPTION_NAMES.filter((name) => {
    try {
      checkOptions('', { [name]: options[name] });
      return true;
    } catch {
      return false;
    }
  });
  return Object.fromEntries(usable.map((name) => [name, options[name]]));
}

function meaningIn(found: ReturnType<typeof checkDefinition>, name: string): string | undefined {
  const { hint } = found.find(({ prop }) => prop === name) ?? {};
  return hint?.startsWith('use ') ? hint : undefined;
}

function printed(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}
