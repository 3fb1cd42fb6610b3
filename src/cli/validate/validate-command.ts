import { Argument, Command, Option } from 'commander';
import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../../facts';
import {
  countFindings,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  type Summary,
} from '../../report';
import { bundledCustomResources, type CustomResources, loadCustomResources } from '../../schema';
import { CommandError, EXIT } from '../command-error';
import { checkFiles } from './check-files';
import { manifestFiles } from './manifest-files';
import { progressOn } from './progress';

const FORMATS: Readonly<Record<string, (summary: Summary) => string>> = {
  text: (summary) => {
    const colour = process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
    const blocks = formatText(summary.findings, { colour });
    const documents = `${summary.documents} document${summary.documents === 1 ? '' : 's'}`;
    return `${blocks}${blocks === '' ? '' : '\n'}${documents}, ${countFindings(summary.findings)}\n`;
  },
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
};

interface Options {
  readonly kubernetesVersion?: KubernetesVersion[];
  readonly output: string;
  readonly crds: string[];
  readonly allowKind: string[];
}

const collect = (value: string, values: string[] = []) => [...values, value];

/** `cdk8s-patterns validate`: says what kubectl apply would say about manifest files, offline. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('Check manifests as a kube-apiserver would, without one')
    .addArgument(
      new Argument('<path...>', 'files, folders (every .yaml, .yml and .json below), or - for standard input'),
    )
    .addOption(
      new Option(
        '-k, --kubernetes-version <version>',
        'version of the server, such as 1.36; may be given several times',
      ).argParser((value: string, versions: KubernetesVersion[] | undefined) => [
        ...(versions ?? []),
        versionOf(value),
      ]),
    )
    .addOption(new Option('-o, --output <format>', 'how to print').choices(Object.keys(FORMATS)).default('text'))
    .option(
      '--crds <folder>',
      'custom resources that "import crd" wrote, or "bundled"; may be given several times',
      collect,
      [],
    )
    .option('--allow-kind <kind>', 'Kind or apiVersion/Kind to pass unchecked; may be given several times', collect, [])
    .addHelpText('after', '\nExit codes: 0 no errors, 1 errors were found, 2 wrong usage or unreadable input.')
    .action((paths: string[], options: Options) => {
      const progress = progressOn(process.stderr);
      const summary = checkFiles(
        manifestFiles(paths),
        {
          kubernetesVersion: options.kubernetesVersion ?? [NEWEST_VERSION],
          customResources: customResources(options.crds),
          allowKinds: options.allowKind,
        },
        progress.report,
      );
      progress.end();
      process.stdout.write(FORMATS[options.output](summary));
      if (summary.findings.some(({ severity }) => severity === 'error')) {
        process.exitCode = EXIT.findings;
      }
    });
}

function versionOf(text: string): KubernetesVersion {
  const short = /^v?(\d+\.\d+)(\.\d+)?$/.exec(text)?.[1];
  const version = KUBERNETES_VERSIONS.find((candidate) => candidate === short);
  if (version === undefined) {
    const known = `${KUBERNETES_VERSIONS[0]} to ${NEWEST_VERSION}`;
    throw new CommandError(`Kubernetes ${JSON.stringify(text)} is not known; the versions are ${known}`);
  }
  return version;
}

function customResources(folders: readonly string[]): CustomResources | undefined {
  if (folders.length === 0) {
    return undefined;
  }
  try {
    return folders
      .map((folder) => (folder === 'bundled' ? bundledCustomResources() : loadCustomResources(folder)))
      .reduce((all, more) => all.with(more));
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}
