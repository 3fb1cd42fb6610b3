import { checkProps } from '../props';
import { didYouMean } from '../validation';
import { type CheckOptions, OPTION_NAMES } from './check-options';
import { checkVersions } from './target-versions';

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  references: [true, false, 'all'],
  podSecurity: ['privileged', 'baseline', 'restricted'],
  practices: [true, false],
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
  checkProps(where, (problem) => {
    for (const [name, value] of Object.entries(options)) {
      const choices = CHOICES[name];
      if (!names.includes(name)) {
        problem(name, 'unknown option', didYouMean(name, names) ?? `options are ${names.join(', ')}`);
      } else if (choices !== undefined && value !== undefined && !choices.includes(value)) {
        problem(
          name,
          `expected ${choices.map((choice) => JSON.stringify(choice)).join(' or ')}, received ${printed(value)}`,
        );
      }
    }
  });
  checkVersions(where, options.kubernetesVersion);
}

function printed(value: unknown): string {
  return JSON.stringify(value) ?? typeof value;
}
