import { Command } from 'commander';
import { importCrds } from './import-crd';
import { importKubernetes } from './import-kubernetes';

const FROM = 'a file, a URL, or "cluster" for the current kubeconfig (through kubectl)';

/** `cdk8s-patterns import kubernetes|crd --from FILE|URL|cluster`. */
export function importCommand(): Command {
  const command = new Command('import').description('Write API documents that checks read offline');
  command
    .command('kubernetes')
    .description('Import the built-in kinds from an /openapi/v2 or /openapi/v3 document, plain or gzipped')
    .requiredOption('--from <source>', FROM)
    .option('--output <directory>', 'directory to write kubernetes/v1.NN.json to', 'imports')
    .option('--kubernetes-version <version>', 'minor version, when the document does not tell it (such as 1.36)')
    .option('--openapi <version>', 'document to ask a cluster for: v2 or v3', 'v2')
    .action((options) => importKubernetes(options));
  command
    .command('crd')
    .description('Import custom resources from CustomResourceDefinitions in YAML or JSON')
    .requiredOption('--from <source>', FROM)
    .option('--output <directory>', 'directory to write crds/GROUP/KIND.json to', 'imports')
    .option(
      '--typescript <directory>',
      'also write a construct with typed props for each custom resource to this directory',
    )
    .action((options) => importCrds(options));
  return command;
}
