import { Command } from 'commander';
import { formatRulePage, rulePages } from '../../rule-pages';
import { didYouMean } from '../../values';
import { CommandError } from '../command-error';

/** `cdk8s-patterns explain`: the page of a rule, or the list of all. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('Print what a rule checks, why, and how to fix a violation')
    .argument('[rule]', 'id of the rule, as findings name it; without it, all ids are listed')
    .action((id: string | undefined) => {
      const pages = rulePages();
      if (id === undefined) {
        process.stdout.write(pages.map((page) => `${page.id}\n`).join(''));
        return;
      }
      const page = pages.find((candidate) => candidate.id === id);
      if (page === undefined) {
        const near = didYouMean(
          id,
          pages.map((candidate) => candidate.id),
        );
        throw new CommandError(`there is no rule ${JSON.stringify(id)}${near === undefined ? '' : `; ${near}`}`);
      }
      process.stdout.write(formatRulePage(page));
    });
}
