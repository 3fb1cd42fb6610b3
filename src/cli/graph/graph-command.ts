import { Argument, Command, Option } from 'commander';
import type { CheckOptions } from '../../check';
import type { KubernetesVersion } from '../../facts';
import { formatGraph, GRAPH_EXTENSIONS, GRAPH_FORMATS, type GraphFormat, graphFormatOf, graphOf } from '../../graph';
import { CommandError, EXIT } from '../command-error';
import { readObjects } from '../diff/read-objects';
import { manifestFiles } from '../manifest-files';
import { external, readableCrds, versionOf } from '../validate/option-values';
import { replaceFile } from '../write-file';

interface Options {
  readonly output?: GraphFormat;
  readonly file?: string;
  readonly kubernetesVersion?: KubernetesVersion;
  readonly crds?: string[] | false;
  readonly exclude: string[];
  readonly external: string[];
}

const collect = (value: string, values: string[] = []) => [...values, value];

/** `cdk8s-patterns graph`: draws objects and what they refer to. */
export function graphCommand(): Command {
  return new Command('graph')
    .description('Draw manifests: what refers to what, which connections are allowed, and what is unresolved')
    .addArgument(new Argument('[path...]', 'files, directories, or - for standard input').default(['dist'], 'dist'))
    .addOption(
      new Option('-o, --output <format>', 'output format')
        .choices([...GRAPH_FORMATS])
        .default(undefined, 'that of the extension of --file, else html'),
    )
    .option('-f, --file <file>', 'file to write instead of standard output')
    .addOption(
      new Option('-k, --kubernetes-version <version>', 'version of the server, such as 1.36').argParser(versionOf),
    )
    .addOption(
      new Option('--crds <directory>', 'custom resources that "import crd" wrote; repeatable')
        .argParser(collect)
        .default(undefined, 'imports/crds of the project'),
    )
    .option('--no-crds', 'do not read imports/crds')
    .option('--exclude <glob>', 'files and directories to leave out; repeatable', collect, [])
    .option(
      '--external <file>',
      'manifests of objects that others create, which references may be to; repeatable',
      collect,
      [],
    )
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: Options) => {
      const format = formatOf(options);
      const checkOptions: CheckOptions = {
        kubernetesVersion: options.kubernetesVersion,
        crds: readableCrds(options.crds),
        external: external(options.external),
      };
      const { inputs, issues } = readObjects(manifestFiles(paths, options.exclude), 'after');
      for (const { message, position } of issues) {
        const place = [position?.file, position?.line, position?.column].filter((part) => part !== undefined).join(':');
        process.stderr.write(`error: ${place}: ${message}\n`);
      }
      if (inputs.length === 0) throw new CommandError(`nothing to draw: no objects in ${paths.join(', ')}`);
      const text = formatGraph(graphOf(inputs, checkOptions), format);
      if (options.file === undefined) process.stdout.write(text);
      else await replaceFile(options.file, text);
      process.exitCode = issues.length > 0 ? EXIT.unusable : EXIT.fine;
    });
}

const HELP = `
Secrets are shown by the names of their keys, never by value. Unresolved references do not change the exit code; "validate" checks them.

Exit codes: 0 drawn, 2 wrong usage, or input that cannot be read; the rest is still drawn.`;

function formatOf({ output, file }: Options): GraphFormat {
  const format = file === undefined ? undefined : graphFormatOf(file);
  if (output !== undefined) {
    if (format === undefined || format === output) return output;
    throw new CommandError(
      `--file ${file} is for the format ${format}, and --output is ${output}: leave one out, or name another file`,
    );
  }
  if (file === undefined) return 'html';
  if (format === undefined) {
    throw new CommandError(`--file ${file}: expected ${GRAPH_EXTENSIONS.join(', ')}, or the format by --output`);
  }
  return format;
}
