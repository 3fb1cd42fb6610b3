import { Command } from 'commander';
import { importCluster } from './import-cluster';
import { importCrds } from './import-crd';
import { importImages } from './import-image';
import { importKubernetes } from './import-kubernetes';

const FROM = 'a file, a URL, or "cluster" for the current kubeconfig (through kubectl)';

const CRD_HELP = `
Other objects of the sources are left out, so that the output of Helm and kustomize can be imported as it is:
  helm template --include-crds cert-manager jetstack/cert-manager | cdk8s-patterns import crd --from -
The project is the nearest directory that has a cdk8s.yaml or a package.json.`;

/** `cdk8s-patterns import kubernetes|crd|image --from FILE|URL|cluster`, and `import cluster`. */
export function importCommand(): Command {
  const command = new Command('import').description(
    'Write API documents, facts of images and snapshots of clusters that checks read offline',
  );
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
    .requiredOption(
      '--from <source...>',
      'files, directories, URLs, - for standard input, or "cluster" for the current kubeconfig (through kubectl)',
    )
    .option(
      '--output <directory>',
      'directory to write crds/GROUP/KIND.json to (default: imports of the project, which checks read)',
    )
    .addHelpText('after', CRD_HELP)
    .option(
      '--typescript <directory>',
      'also write a construct with typed props for each custom resource to this directory',
    )
    .action((options) => importCrds(options));
  command
    .command('image')
    .description('Import facts of images from "docker image inspect" or an OCI image layout, for --images')
    .requiredOption('--from <source>', 'a JSON file or URL, or the directory of an OCI image layout')
    .option('--output <directory>', 'directory to write images/REPOSITORY.json to', 'imports')
    .option('--name <image>', 'name of an image that has none in its source, such as ghcr.io/acme/shop:1.4.2')
    .action((options) => importImages(options));
  command
    .command('cluster')
    .description(
      'Write what is in a cluster to a file for --cluster, with kubectl; of Secrets and ConfigMaps only the keys',
    )
    .option('--context <name>', 'context of the kubeconfig (default: the current one)')
    .option('-o, --output <file>', 'file to write', 'snapshot.yaml')
    .action((options) => importCluster(options));
  return command;
}
