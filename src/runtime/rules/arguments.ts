import type { RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';
import { hasEndingOption } from './programs';

const exporter = (args: readonly string[]) =>
  pod({
    image: 'prom/mysqld-exporter:v0.17.2',
    args,
    env: [{ name: 'MYSQLD_EXPORTER_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'exporter' } } }],
  });
const user = '--mysqld.username=exporter';

/** A setting that arguments of the manifest replace, or that the image never had. */
export const imageArgumentMissing: RuntimeRule = {
  id: 'image-argument-missing',
  severity: 'warning',
  message: 'mysqld-exporter needs one of --mysqld.username, --config.my-cnf, and exits',
  why: 'The default program of the image exits without this option. Arguments of the container replace those of the image (CMD) as a whole, also the one that names the configuration: prometheus with args --storage.tsdb.retention.time=15d alone looks for its file elsewhere.',
  hint: 'add the option to args',
  source: 'CMD of the image and the documentation of the program, see docs/image-facts.md',
  refused: exporter(['--mysqld.address=db:3306']),
  accepted: exporter(['--mysqld.address=db:3306', user]),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, field, words } = container;
      if (facts?.requiresSetting === undefined || !container.runsDefaultProgram || hasEndingOption(words)) continue;
      if (words.length === 0 && facts.command !== undefined) continue;
      // The file may be in another working directory.
      if (container.hasSetting(facts.requiresSetting) || container.container.workingDir !== undefined) continue;
      // Sources of envFrom can bring the variables that programs read in place of options.
      if ((container.container.envFrom ?? []).length > 0) continue;
      report({
        field: words.length === 0 ? field : `${field}.${container.container.args === undefined ? 'command' : 'args'}`,
        message: `${image!.name} needs one of ${facts.requiresSetting.join(', ')}, and exits (container: ${container.name})`,
        hint:
          facts.command === undefined
            ? undefined
            : `args replace those of the image: add ${facts.command.filter((word) => word.startsWith('-')).join(' ') || facts.command.join(' ')}`,
      });
    }
  },
};

/** Why the program refuses a word; undefined when it is not known to. */
function refusal(word: string, { facts }: RuntimeContainer): string | undefined {
  // mysqld reads dashes and underscores alike.
  const plain = word.split('=')[0]!.replaceAll('_', '-');
  if (facts?.refusedOptions?.includes(plain)) return `does not know the option ${word.split('=')[0]}`;
  if (facts?.twoDashes && /^-[a-z][a-z0-9]*[.-]/.test(word)) return `reads ${word.split('=')[0]} as short options`;
  return undefined;
}

/** An option that the program does not have, or has no longer. */
export const imageArgumentRefused: RuntimeRule = {
  id: 'image-argument-refused',
  severity: 'warning',
  message: 'mysqld-exporter reads -web.listen-address as short options, and exits',
  why: 'The default program of the image exits with an error at an option that it does not have: one that a version removed, or one with a single dash where long options need two.',
  hint: 'use the option of this version',
  source: 'the documentation of the program, see docs/image-facts.md',
  refused: exporter([user, '-web.listen-address=:9104']),
  accepted: exporter([user, '--web.listen-address=:9104']),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      if (!container.runsDefaultProgram || hasEndingOption(container.words)) continue;
      for (const list of ['command', 'args'] as const) {
        for (const [index, word] of (container.container[list] ?? []).entries()) {
          const reason = refusal(String(word), container);
          if (reason === undefined) continue;
          report({
            field: `${container.field}.${list}[${index}]`,
            message: `${container.image!.name} ${reason}, and exits (container: ${container.name})`,
            hint: reason.startsWith('reads') ? `write -${word}` : undefined,
          });
        }
      }
    }
  },
};
