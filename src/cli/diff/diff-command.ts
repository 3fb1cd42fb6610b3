import { Argument, Command, Option } from 'commander';
import { customResourcesIn } from '../../check';
import {
  type DiffIssue,
  diffManifests,
  formatDiffJson,
  formatDiffMarkdown,
  formatDiffText,
  isSafe,
  type ManifestDiff,
  storedManifests,
} from '../../diff';
import { isKind, type KubernetesVersion } from '../../facts';
import { stringifyManifests } from '../../manifest';
import { CommandError, EXIT } from '../command-error';
import { manifestFiles } from '../manifest-files';
import { readableCrds, versionOf } from '../validate/option-values';
import { objectsInCluster } from './cluster-objects';
import { filesAtRevision } from './git-files';
import { type ReadObjects, readObjects } from './read-objects';

const FORMATS: Readonly<Record<string, (diff: ManifestDiff) => string>> = {
  text: (diff) => formatDiffText(diff, { color: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' }),
  json: formatDiffJson,
  markdown: formatDiffMarkdown,
};
const GIT = 'git:';
const STANDARD_INPUT = '-';

interface Options {
  readonly against: string;
  readonly kubernetesVersion?: KubernetesVersion;
  readonly output: string;
  readonly serverSide?: boolean;
  readonly replace?: boolean;
  readonly stored?: boolean;
  readonly crds?: string[] | false;
  readonly allowKind: string[];
}

/** `cdk8s-patterns diff`: says what applying manifests over those of before does, offline. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('Report what applying manifests over the previous ones does: refused, deletes data, restarts pods, …')
    .addArgument(
      new Argument('[path...]', 'files or directories of the new manifests; - for standard input').default(
        ['dist'],
        'dist',
      ),
    )
    .addOption(
      new Option(
        '-a, --against <previous>',
        'previous manifests: a file or directory (also an export of "kubectl get -o yaml"), - for standard input, git:REVISION for the same paths there, or cluster',
      ).default('git:HEAD'),
    )
    .addOption(
      new Option('-k, --kubernetes-version <version>', 'version of the server, such as 1.36').argParser(versionOf),
    )
    .addOption(new Option('-o, --output <format>', 'output format').choices(Object.keys(FORMATS)).default('text'))
    .addOption(
      new Option('--server-side', 'the objects are applied with kubectl apply --server-side').conflicts('replace'),
    )
    .option('--replace', 'the objects are replaced with kubectl replace')
    .option(
      '--stored',
      'write the objects as they will be in the cluster instead, as YAML or JSON, with <generated> for what the server chooses and <hidden> for values of Secrets',
    )
    .addOption(
      new Option('--crds <directory>', 'custom resources that "import crd" wrote; repeatable')
        .argParser(collect)
        .default(undefined, 'imports/crds of the project'),
    )
    .option('--no-crds', 'do not read imports/crds')
    .option('--allow-kind <kind>', 'Kind or apiVersion/Kind to compare as it is written; repeatable', collect, [])
    .addHelpText('after', HELP)
    .action((paths: string[], options: Options) => {
      const stored = options.stored === true ? storedFormat(options.output) : undefined;
      requireOneStandardInput(options.against, paths);
      const next = readObjects(manifestFiles(paths), 'after');
      // Without objects on purpose, all are removed.
      if (next.inputs.length === 0 && next.issues.length > 0) {
        throw new CommandError(`nothing to compare: ${next.issues.map(issueText).join('; ')}`);
      }
      const isCluster = options.against === 'cluster';
      const previous = previousObjects(options.against, paths, next);
      // Of a cluster, nothing may be there yet.
      if (previous.inputs.length === 0 && !isCluster) {
        const reason = previous.issues[0]?.message ?? 'it has no objects';
        throw new CommandError(`--against ${options.against}: nothing to compare with: ${reason}`);
      }
      const applyMode = options.serverSide === true ? 'server' : options.replace === true ? 'replace' : 'client';
      const { kubernetesVersion, allowKind: allowKinds } = options;
      const customResources = knownResources(next, options.crds);
      const diffOptions = { kubernetesVersion, applyMode, customResources, allowKinds } as const;
      const unread = isCluster ? next.issues : [...previous.issues, ...next.issues];
      const diff = diffManifests(previous.inputs, next.inputs, { ...diffOptions, unread });
      const all = isCluster ? { ...diff, issues: [...previous.issues, ...diff.issues] } : diff;
      if (stored !== undefined) {
        process.stdout.write(stored(storedManifests(previous.inputs, next.inputs, diffOptions).map(withoutSecrets)));
        for (const issue of all.issues) process.stderr.write(`not compared (${issue.side}): ${issueText(issue)}\n`);
        process.exitCode = all.issues.length > 0 ? EXIT.unusable : EXIT.fine;
        return;
      }
      process.stdout.write(FORMATS[options.output]!(all));
      process.exitCode = all.issues.length > 0 ? EXIT.unusable : isSafe(all) ? EXIT.fine : EXIT.findings;
    });
}

/** YAML unless JSON is asked for: a list, as kubectl writes it. */
function storedFormat(output: string): (objects: readonly Record<string, unknown>[]) => string {
  if (output === 'markdown') {
    throw new CommandError('--stored: there is no markdown of objects, use json, or yaml without --output');
  }
  if (output === 'text') return stringifyManifests;
  return (items) => `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, undefined, 2)}\n`;
}

/** Standard input is read once, and has no files. */
function requireOneStandardInput(against: string, paths: readonly string[]): void {
  if (!paths.includes(STANDARD_INPUT)) return;
  if (against === STANDARD_INPUT) {
    throw new CommandError('--against -: standard input has the new manifests already; use a file or directory');
  }
  if (against.startsWith(GIT)) {
    throw new CommandError(`--against ${against}: a revision has no standard input; use a file or directory`);
  }
}

/** The keys of a Secret without their values, which must not get into the log of a pipeline. */
function withoutSecrets(object: Record<string, unknown>): Record<string, unknown> {
  const { data } = object;
  if (!isKind(object, 'Secret') || typeof data !== 'object' || data === null) return object;
  return { ...object, data: Object.fromEntries(Object.keys(data).map((key) => [key, '<hidden>'])) };
}

const HELP = `
Reads manifests and writes nothing but its output.

Exit codes: 0 the same or safe, 1 something is refused or data is deleted,
2 wrong usage, or input that cannot be read; the rest is still compared.`;

function previousObjects(against: string, paths: readonly string[], next: ReadObjects): ReadObjects {
  if (against.startsWith(GIT)) return readObjects(filesAtRevision(against.slice(GIT.length), paths), 'before');
  if (against === 'cluster') return objectsInCluster(next.inputs.map(({ object }) => object));
  return readObjects(manifestFiles([against]), 'before');
}

function knownResources({ inputs }: ReadObjects, crds: Options['crds']): ReturnType<typeof customResourcesIn> {
  const objects = inputs.map(({ object }) => object);
  return customResourcesIn(objects, { crds: readableCrds(crds) });
}

/** `broken.yaml:1:1: the document is a list, not an object` */
function issueText({ message, position: { file, line, column } = {} }: DiffIssue): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? message : `${place}: ${message}`;
}

function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}
