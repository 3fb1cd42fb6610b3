import { type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { validate } from '../validation';
import { customResourcesIn } from './custom-resources';

/** What cdk8s-cli hands to a plugin: the part that is used here. */
interface PluginContext {
  readonly manifests: readonly string[];
  parseManifest(path: string): unknown[];
  readonly report: {
    addViolation(violation: object): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** The `properties` of the plugin's entry in cdk8s.yaml. */
export interface ServerValidationProps {
  /** @default the newest that the package knows */
  readonly kubernetesVersion?: KubernetesVersion | readonly KubernetesVersion[];
  /** Folders of custom resources that `cdk8s-patterns import crd` wrote. @default none */
  readonly crds?: string | readonly string[];
  /** Kinds that pass although nobody knows them. @default none */
  readonly allowKinds?: readonly string[];
}

/**
 * The checks of `CheckedApp` as a plugin of cdk8s-cli, for apps whose program is not to be touched. It sees the written
 * files, so its report names objects and fields, but no source lines, and the files stay where they are when it fails.
 *
 * @example
 * // cdk8s.yaml
 * // validations:
 * //   - package: cdk8s-patterns
 * //     version: 1.0.0
 * //     class: ServerValidation
 * //     properties: { kubernetesVersion: '1.33' }
 */
export class ServerValidation {
  public constructor(private readonly props: ServerValidationProps = {}) {}

  /** Called by cdk8s-cli. */
  public async validate(context: PluginContext): Promise<void> {
    const objects = context.manifests.flatMap((path) =>
      context
        .parseManifest(path)
        .filter((manifest) => manifest !== null && manifest !== undefined)
        .map((manifest) => ({ manifest, path })),
    );
    const manifests = objects.map(({ manifest }) => manifest);
    const findings = validate(manifests, {
      kubernetesVersion: this.props.kubernetesVersion ?? NEWEST_VERSION,
      customResources: customResourcesIn(manifests, this.props.crds),
      allowKinds: this.props.allowKinds,
    });
    for (const { document, name, path, message, rule, hint, kubernetesVersions } of findings) {
      context.report.addViolation({
        ruleName: rule,
        recommendation: `${message} (Kubernetes ${kubernetesVersions.join(', ')})`,
        fix: hint ?? `see the rule ${rule}`,
        violatingResources: [
          { resourceName: name ?? '', manifestPath: objects[document!]!.path, locations: [path === '' ? '.' : path] },
        ],
      });
    }
    const failed = findings.some(({ severity }) => severity === 'error');
    context.report.submit(failed ? 'failure' : 'success', { findings: String(findings.length) });
  }
}
