import { type CheckOptions, checkManifests, checkOptions } from '../check';

/** What cdk8s-cli hands to a plugin: the part that is used here. */
export interface PluginContext {
  /** Files that were written. */
  readonly manifests: readonly string[];
  /** Reads the documents of a file. */
  parseManifest(path: string): unknown[];
  /** Where violations are reported. */
  readonly report: {
    /** Adds one violation. */
    addViolation(violation: object): void;
    /** Ends the report. */
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/** The `properties` of the plugin's entry in cdk8s.yaml: the options of all checks, except for those that are code. */
export type ServerValidationProps = Omit<CheckOptions, 'checks' | 'customResources'>;

/**
 * The checks of `CheckedApp` as a plugin of cdk8s-cli, for apps whose program is not to be changed. It reads the written
 * files, so its report names objects and fields, but no source lines, and the files stay where they are when it fails.
 *
 * @throws PropsError for unknown properties and unsupported versions.
 * @example
 * // cdk8s.yaml
 * // validations:
 * //   - package: cdk8s-patterns
 * //     version: 1.0.0
 * //     class: ServerValidation
 * //     properties: { kubernetesVersion: '1.33', podSecurity: restricted }
 */
export class ServerValidation {
  public constructor(private readonly props: ServerValidationProps = {}) {
    checkOptions('ServerValidation', props);
  }

  /** Called by cdk8s-cli. */
  public async validate(context: PluginContext): Promise<void> {
    const objects = context.manifests.flatMap((path) =>
      context
        .parseManifest(path)
        .filter((manifest) => manifest !== null && manifest !== undefined)
        .map((object) => ({ object, origin: { file: path } })),
    );
    const findings = checkManifests(objects, this.props);
    for (const { document, name, path, message, rule, hint, severity, kubernetesVersions } of findings) {
      context.report.addViolation({
        ruleName: rule,
        recommendation: `${severity === 'error' ? '' : `${severity}: `}${message} (Kubernetes ${kubernetesVersions.join(', ')})`,
        fix: hint ?? `see the rule ${rule}`,
        violatingResources: [
          {
            resourceName: name ?? '',
            manifestPath: objects[document ?? -1]?.origin.file ?? '',
            locations: [path === '' ? '.' : path],
          },
        ],
      });
    }
    const failed = findings.some(({ severity }) => severity === 'error');
    context.report.submit(failed ? 'failure' : 'success', { findings: String(findings.length) });
  }
}
