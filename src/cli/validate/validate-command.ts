import { Argument, Command, Option } from 'commander';
import type { CheckOptions } from '../../check';
import type { KubernetesVersion } from '../../facts';
import { checkForContradictions, type ImageFacts, readFacts } from '../../images';
import {
  countFindings,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  type Summary,
} from '../../report';
import type { NodeSize } from '../../runtime';
import { CommandError, EXIT } from '../command-error';
import { manifestFiles } from '../manifest-files';
import { checkFiles, UNREADABLE_INPUT } from './check-files';
import {
  acknowledgementsIn,
  clusterOf,
  external,
  knownRules,
  nodeSizesOf,
  readableCrds,
  versionOf,
} from './option-values';
import { progressOn } from './progress';

const FORMATS: Readonly<Record<string, (summary: Summary) => string>> = {
  text: (summary) => {
    const color = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
    const blocks = formatText(summary.findings, { color });
    const documents = `${summary.documents} document${summary.documents === 1 ? '' : 's'}`;
    return `${blocks}${blocks === '' ? '' : '\n'}${documents}, ${countFindings(summary.findings)}\n`;
  },
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
};

/** The options of a check under the names of their flags. */
interface Options extends Pick<CheckOptions, 'references' | 'podSecurity' | 'practices' | 'runtime'> {
  readonly cluster?: string[];
  readonly kubernetesVersion?: KubernetesVersion[];
  readonly output: string;
  readonly crds?: string[] | false;
  readonly allowKind: string[];
  readonly images: string[];
  readonly node: NodeSize[];
  readonly exclude: string[];
  readonly serverSide?: boolean;
  readonly external: string[];
  readonly failOn: 'error' | 'warning';
  readonly warningsAsErrors: string[];
  readonly acknowledgements: string[];
}

const collect = (value: string, values: string[] = []) => [...values, value];

/** `cdk8s-patterns validate`: reports what kubectl apply would refuse in manifest files, offline. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('Check manifests as a kube-apiserver would, without one')
    .addArgument(
      new Argument('<path...>', 'files, directories (every .yaml, .yml and .json below), or - for standard input'),
    )
    .addOption(
      new Option('-k, --kubernetes-version <version>', 'version of the server, such as 1.36; repeatable').argParser(
        (value: string, versions: KubernetesVersion[] | undefined) => [...(versions ?? []), versionOf(value)],
      ),
    )
    .addOption(new Option('-o, --output <format>', 'output format').choices(Object.keys(FORMATS)).default('text'))
    .addOption(
      new Option('--crds <directory>', 'custom resources that "import crd" wrote; repeatable')
        .argParser((value: string, directories: string[] | undefined) => [...(directories ?? []), value])
        .default(undefined, 'imports/crds of the project'),
    )
    .option('--no-crds', 'do not read imports/crds')
    .option('--allow-kind <kind>', 'Kind or apiVersion/Kind to accept unchecked; repeatable', collect, [])
    .option('--exclude <glob>', 'files and directories to leave out; repeatable', collect, [])
    .addOption(
      new Option('--pod-security <level>', 'level of the Pod Security Standards that pods must pass').choices([
        'privileged',
        'baseline',
        'restricted',
      ]),
    )
    .option('--practices', 'check good practice: probes, resources, pinned images, TLS, and more')
    .addOption(
      new Option('--references <which>', 'also warn about names that may exist in the cluster').choices(['all']),
    )
    .option('--no-references', 'do not check what objects refer to')
    .option(
      '--external <file>',
      'manifests of objects that others create, which references may be to; repeatable',
      collect,
      [],
    )
    .addOption(
      new Option('--fail-on <severity>', 'least severity of findings that makes the exit code 1')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--warnings-as-errors <rule>', 'rule whose warnings are errors; repeatable', collect, [])
    .option('--acknowledgements <file>', 'findings to leave out, with reasons; repeatable', collect, [])
    .option('--images <path>', 'facts of your own images, a file or a directory; repeatable', collect, [])
    .addOption(
      new Option(
        '--node <size>',
        'size of nodes, such as cpu=2,memory=4Gi,count=3, or a file of "kubectl get nodes -o yaml"; repeatable',
      )
        .argParser((value: string, sizes: NodeSize[]) => [...sizes, ...nodeSizesOf(value)])
        .default([], 'not known'),
    )
    .option('--no-runtime', 'do not check what would fail on the node')
    .option('--server-side', 'the objects are applied with kubectl apply --server-side')
    .addOption(
      new Option(
        '--cluster <state>',
        'what is there before: "assumed", what the objects rely on, "empty", a new cluster, or a file of "import cluster" or of manifests; repeatable, also for files in a new cluster',
      ).argParser((value: string, values: string[] | undefined) => [...(values ?? []), value]),
    )
    .addHelpText('after', HELP)
    .action((paths: string[], options: Options) => {
      const progress = progressOn(process.stderr);
      const summary = checkFiles(manifestFiles(paths, options.exclude), checkOptionsOf(options), progress.report);
      progress.end();
      process.stdout.write(FORMATS[options.output](summary));
      process.exitCode = exitCodeOf(summary, options.failOn);
    });
}

const HELP = `
All files of a run are checked together, as if they were applied together.
An annotation acknowledges a finding of its object; its value is the reason:
  acknowledge.cdk8s-patterns.dev/RULE: the vendor publishes no other tag
A file of acknowledgements is a list, in YAML or JSON, of rule and reason, and kind, name and namespace of the objects:
  - {rule: RULE, kind: Deployment, name: shop, reason: the vendor publishes no other tag}

Exit codes: 0 no errors (with --fail-on warning: no warnings either), 1 some were found, 2 wrong usage or unreadable input.`;

function checkOptionsOf(options: Options): CheckOptions {
  const { kubernetesVersion, crds, allowKind, references, podSecurity, practices, runtime, serverSide, cluster } =
    options;
  return {
    kubernetesVersion,
    crds: readableCrds(crds),
    allowKinds: allowKind,
    references,
    external: external(options.external),
    warningsAsErrors: knownRules(options.warningsAsErrors),
    acknowledgements: options.acknowledgements.flatMap(acknowledgementsIn),
    podSecurity,
    practices,
    runtime,
    images: images(options.images),
    nodes: options.node,
    applyMode: serverSide === true ? 'server' : 'client',
    cluster: clusterOf(cluster),
  };
}

function exitCodeOf({ findings }: Summary, failOn: Options['failOn']): number {
  if (findings.some(({ rule }) => rule === UNREADABLE_INPUT)) return EXIT.unusable;
  const failing = failOn === 'warning' ? ['error', 'warning'] : ['error'];
  return findings.some(({ severity }) => failing.includes(severity)) ? EXIT.findings : EXIT.fine;
}

/** Read before anything is checked, as custom resources are. */
function images(paths: readonly string[]): readonly ImageFacts[] {
  try {
    const sourced = paths.flatMap((path) => readFacts(path));
    checkForContradictions('contradictory files', sourced);
    return sourced.map(({ facts }) => facts);
  } catch (error) {
    throw new CommandError(`--images: ${(error as Error).message.replace(/^images: /, '')}`);
  }
}
