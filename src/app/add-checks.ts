import type { App } from 'cdk8s';
import { type CheckOptions, checkOptions, usableOptions } from '../check';
import { recordOriginsBelow } from '../origin';
import { enablePlatform, type PlatformProps, setPlatform } from '../platform';
import { collectPropsErrors, endCollection, reporting } from '../props';
import { requireArguments } from '../values';
import { checkApp } from './check-app';
import { throwOnErrors } from './check-failed';
import { checkGraphFile, writeGraph } from './graph-file';
import { recordImages } from './images';
import type { RenderedObject } from './rendered-object';
import { recordTargetVersions } from './target-versions';
import { writing } from './writing';
import { recordWritten } from './written';

/** Options of `addChecks`. */
export interface AddChecksOptions extends CheckOptions {
  /** Defaults for everything in the app. @default none */
  readonly platform?: PlatformProps;
  /**
   * File for a picture of the objects, as `graph` of `CheckedApp`. It is written by `synth`, also when a check fails.
   *
   * @default none
   * @see https://github.com/cdk8s-patterns/cdk8s-patterns/blob/main/docs/graph.md
   */
  readonly graph?: string;
}

/**
 * Adds the checks of `CheckedApp` to a plain cdk8s app: `synth` and `synthYaml` throw `CheckFailed` when one fails, before
 * anything is written. The files themselves remain those of cdk8s.
 *
 * @returns the app
 * @throws PropsError for unknown options and unsupported versions.
 * @example
 * const app = addChecks(new App(), { kubernetesVersion: '1.33' });
 */
export function addChecks<T extends App>(app: T, options: AddChecksOptions = {}): T {
  requireArguments('addChecks', { app: [app, 'an App'], options: [options, 'an object'] });
  const { platform, graph, ...others } = options;
  recordOriginsBelow(app);
  collectPropsErrors(app);
  enablePlatform(app);
  reporting(app, () => checkOptions('addChecks', others, ['platform', 'graph']));
  if (platform !== undefined) reporting(app, () => setPlatform(app, platform, 'addChecks', 'platform'));
  let file: string | undefined;
  if (graph !== undefined) {
    reporting(app, () => {
      checkGraphFile('addChecks', graph, app.outdir);
      file = graph;
    });
  }
  const usable = usableOptions(others);
  recordTargetVersions(app, usable.kubernetesVersion);
  recordImages(app, usable);
  const [synth, synthYaml] = [app.synth.bind(app), app.synthYaml.bind(app)];
  const checked = <Result>(write: () => Result, picture?: string): Result => {
    endCollection(app);
    const result = checkApp(app, usable);
    if (picture !== undefined) writing(picture, () => writeGraph(picture, result, usable));
    throwOnErrors(result.findings);
    return withRendered(result.objects, write);
  };
  app.synth = () => {
    checked(synth, file);
    recordWritten(app);
  };
  app.synthYaml = () => checked(synthYaml);
  return app;
}

/** Some constructs change with each rendering, so that what is written has to be what was checked. */
function withRendered<Result>(objects: readonly RenderedObject[], write: () => Result): Result {
  const own = objects.map(({ apiObject }) => Object.getOwnPropertyDescriptor(apiObject, 'toJson'));
  for (const { apiObject, manifest } of objects) {
    apiObject.toJson = () => structuredClone(manifest);
  }
  try {
    return write();
  } finally {
    objects.forEach(({ apiObject }, index) => {
      const before = own[index];
      if (before === undefined) {
        delete (apiObject as { toJson?: unknown }).toJson;
      } else {
        Object.defineProperty(apiObject, 'toJson', before);
      }
    });
  }
}
