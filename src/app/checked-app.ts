import { relative, sep } from 'node:path';
import { App, type AppProps, Chart } from 'cdk8s';
import { type CheckOptions, checkOptions, usableOptions } from '../check';
import { stringifyManifests } from '../manifest';
import { originOf, recordOriginsBelow } from '../origin';
import { type OutputFiles, writeFolder } from '../output';
import { enablePlatform, type PlatformProps, setPlatform } from '../platform';
import { collectPropsErrors, endCollection, reporting } from '../props';
import { orderCharts } from './chart-order';
import { type CheckedObjects, checkApp, cycleFinding } from './check-app';
import { throwOnErrors } from './check-failed';
import { dependenciesOf } from './dependency-graph';
import { runsUnderCli } from './environment';
import { checkGraphFile, writeGraph } from './graph-file';
import { recordImages } from './images';
import { outputFiles } from './output-files';
import { recordTargetVersions } from './target-versions';
import { writing } from './writing';
import { recordWritten } from './written';

/** Props of an app whose objects are checked. */
export interface CheckedAppProps extends AppProps, CheckOptions {
  /** Defaults for everything in the app, as `Platform.of(app).set(…)` sets them. @default none */
  readonly platform?: PlatformProps;
  /**
   * File for a picture of the objects: what refers to what, which connections are allowed, and what is unresolved. Its extension is the
   * format: `.html`, `.svg`, `.mmd`, `.dot` or `.json`. It is written by `synth`, also when a check fails. Relative to the working directory.
   *
   * @default none
   * @see https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/graph.md
   * @example
   * new CheckedApp({ graph: 'dist/graph.html' });
   */
  readonly graph?: string;
}

/**
 * A cdk8s app whose `synth` writes only what kube-apiserver would take.
 *
 * Every object is rendered once and checked against the chosen versions of Kubernetes. When anything is wrong, all of it
 * is reported at once and nothing is written. Otherwise the manifests are written in canonical YAML and in an order that
 * is safe to apply: declared dependencies first, then by kind.
 *
 * Files have the names that cdk8s gives them. They are numbered as in cdk8s when constructs of one chart depend on
 * another chart's, and when by the alphabet a file would be applied before the one with its Namespace or
 * CustomResourceDefinition. Charts without objects give no file. CustomResourceDefinitions of objects of the app are not written
 * with other objects but to 00-crds, since kubectl apply finds their kinds only when they are established.
 *
 * Files are written beside and then put in place, so that the directory never holds half of them. Files of an earlier run
 * that no longer exist are removed, others are left alone. Note that `cdk8s synth` itself deletes the output directory
 * before it runs the app: with it, keep the directory under version control, or run the app with `node` or `tsx` directly.
 *
 * @example
 * const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'] });
 * new kplus.Deployment(new Chart(app, 'shop'), 'web', { containers: [{ image: 'ghcr.io/acme/shop:1.4.2' }] });
 * app.synth();
 */
export class CheckedApp extends App {
  private readonly options: CheckOptions;
  private graph: string | undefined;
  private readonly ordinal: number;

  public constructor(given: CheckedAppProps = {}) {
    // Programs without type checks pass anything; what is not an object is reported below.
    const props: CheckedAppProps = Object(given);
    super(props);
    const { platform, graph, ...others } = props;
    recordOriginsBelow(this);
    collectPropsErrors(this);
    enablePlatform(this);
    reporting(this, () => checkOptions('CheckedApp', others, APP_PROPS));
    if (platform !== undefined) reporting(this, () => setPlatform(this, platform, 'CheckedApp', 'platform'));
    if (graph !== undefined) {
      reporting(this, () => {
        checkGraphFile('CheckedApp', graph, this.outdir);
        this.graph = graph;
      });
    }
    this.options = usableOptions(others);
    recordTargetVersions(this, this.options.kubernetesVersion);
    recordImages(this, this.options);
    const file = originOf(this)?.file ?? '';
    this.ordinal = (appsOfFile.get(file) ?? 0) + 1;
    appsOfFile.set(file, this.ordinal);
  }

  /** All charts, in the order in which their files are to be applied. */
  public override get charts(): Chart[] {
    const constructs = this.node.findAll();
    const charts = constructs.filter((construct): construct is Chart => Chart.isChart(construct));
    const order = orderCharts(charts, [], dependenciesOf(constructs));
    return 'cycle' in order ? charts : [...order.charts];
  }

  /**
   * Checks all objects and writes them to `outdir`.
   *
   * @throws CheckFailed when a check fails; nothing is written then.
   * @throws Error when `outdir` cannot be written.
   */
  public override synth(): void {
    const checked = this.check(this.graph);
    const output = outputFiles(checked.objects, checked.dependencies, this);
    if ('cycle' in output) {
      throwOnErrors([cycleFinding(output.cycle, checked.versions).finding]);
    } else {
      writing(this.outdir, () => writeFolder(this.outdir, this.withMetadata(output.files, checked), this.key()));
      recordWritten(this);
    }
  }

  /**
   * Checks all objects and returns them as one stream of YAML, in the order in which they are to be applied.
   *
   * @throws CheckFailed when a check fails.
   */
  public override synthYaml(): string {
    return stringifyManifests(this.check().objects.map(({ manifest }) => manifest));
  }

  private check(graph?: string): CheckedObjects {
    endCollection(this);
    const checked = checkApp(this, this.options);
    if (graph !== undefined) writing(graph, () => writeGraph(graph, checked, this.options));
    throwOnErrors(checked.findings);
    return checked;
  }

  private withMetadata(files: OutputFiles, { objects }: CheckedObjects): OutputFiles {
    // Private in cdk8s, which decides it from its props and from what cdk8s-cli asks for.
    if (!(this as unknown as { recordConstructMetadata: boolean }).recordConstructMetadata) {
      return files;
    }
    const resources = Object.fromEntries(
      objects.map(({ apiObject }) => [apiObject.name, { path: apiObject.node.path }]),
    );
    return new Map([...files, ['construct-metadata.json', JSON.stringify({ version: '1.0.0', resources })]]);
  }

  /** Tells this app from others that write into the same directory. Under `cdk8s synth` nothing stale can be there. */
  private key(): string | undefined {
    const origin = originOf(this);
    if (origin === undefined || runsUnderCli()) {
      return undefined;
    }
    return `${relative(this.outdir, origin.file).split(sep).join('/')}#${this.ordinal}`;
  }
}

/** Props of a cdk8s App. */
const APP_PROPS: readonly (keyof AppProps | 'platform' | 'graph')[] = [
  'outdir',
  'outputFileExtension',
  'platform',
  'recordConstructMetadata',
  'resolvers',
  'yamlOutputType',
];

/** How many apps a source file has made so far. */
const appsOfFile = new Map<string, number>();
