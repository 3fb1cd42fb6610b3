import type { App } from 'cdk8s';
import { recordOriginsBelow } from '../origin';
import { checkApp } from './check-app';
import { settle } from './check-failed';
import type { CheckOptions } from './check-options';
import type { RenderedObject } from './rendered-object';
import { checkVersions, recordTargetVersions } from './target-versions';

/**
 * Has a plain cdk8s app run the checks of `CheckedApp` before it writes: `synth` and `synthYaml` throw when one fails. The
 * files themselves remain cdk8s' own.
 *
 * @returns the app
 * @example
 * const app = addChecks(new App(), { kubernetesVersion: '1.33' });
 */
export function addChecks<T extends App>(app: T, options: CheckOptions = {}): T {
  checkVersions('addChecks', options.kubernetesVersion);
  recordOriginsBelow(app);
  recordTargetVersions(app, options.kubernetesVersion);
  const [synth, synthYaml] = [app.synth.bind(app), app.synthYaml.bind(app)];
  const checked = <Result>(write: () => Result): Result => {
    const { objects, findings } = checkApp(app, options);
    settle(findings);
    return withRendered(objects, write);
  };
  app.synth = () => checked(synth);
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
