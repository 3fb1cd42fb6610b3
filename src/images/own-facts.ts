import { checkProps } from '../props';
import { checkFacts } from './check-facts';
import type { ImageFacts, ImageFactsProps } from './image-facts';
import { canonicalRepository, parseImage } from './reference';

/**
 * Facts of an image of your own, checked.
 *
 * @throws PropsError for facts that are not known, have a wrong value, or contradict each other.
 */
export function ownFacts(reference: string, facts: ImageFactsProps): ImageFacts {
  checkProps(`facts of ${typeof reference === 'string' ? reference : 'an image'}`, (reportIssue) =>
    checkFacts(reference, facts, (prop, message, hint) =>
      reportIssue(prop === 'reference' || prop === 'facts' ? prop : `facts.${prop}`, message, hint),
    ),
  );
  const { repository, tag } = parseImage(reference)!;
  return { ...facts, repositories: [canonicalRepository(repository)], ...(tag !== undefined && { tags: [tag] }) };
}

/** A source of facts, for the message about two that differ. */
export interface SourcedFacts {
  readonly facts: ImageFacts;
  /** Such as a file; undefined for the program itself. */
  readonly from?: string;
}

/**
 * Makes sure that no two facts of one image differ.
 *
 * @throws PropsError that names both.
 */
export function checkForContradictions(where: string, all: readonly SourcedFacts[]): void {
  checkProps(where, (reportIssue) => {
    const byImage = new Map<string, SourcedFacts>();
    for (const one of all) {
      const image = [one.facts.repositories[0], ...(one.facts.tags ?? [])].join(':');
      const earlier = byImage.get(image);
      if (earlier === undefined) byImage.set(image, one);
      else {
        for (const name of differences(earlier.facts, one.facts)) {
          const values = [earlier, one].map(({ facts, from }) => {
            const value = JSON.stringify(facts[name as keyof ImageFacts]) ?? 'not set';
            return from === undefined ? value : `${value} in ${from}`;
          });
          reportIssue('images', `contradictory facts of ${image}: ${name} is ${values.join(' and ')}`);
        }
      }
    }
  });
}

function differences(one: ImageFacts, other: ImageFacts): string[] {
  const names = new Set(
    [...Object.keys(one), ...Object.keys(other)].filter((name) => !['source', 'read'].includes(name)),
  );
  const text = (facts: ImageFacts, name: string) => JSON.stringify(facts[name as keyof ImageFacts]);
  return [...names].filter((name) => text(one, name) !== text(other, name));
}
