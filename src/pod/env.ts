import { KUBERNETES_VERSIONS, minorOf } from '../facts';
import type { coreV1 } from '../kubernetes';
import { checked, type ReportIssue } from '../props';
import { configMapKey, dns1123Subdomain, environmentVariableName } from '../values';
import { checkQuantity, checkText, definedFields, nameOf, type ObjectReference, shapeOf, under } from './checks';

/** Every pod field that the downward API exposes as an environment variable. */
export type PodField =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`
  | 'spec.nodeName'
  | 'spec.serviceAccountName'
  | 'status.hostIP'
  | 'status.hostIPs'
  | 'status.podIP'
  | 'status.podIPs';

/** Every container resource that the downward API exposes. */
export type ContainerResource =
  | `${'limits' | 'requests'}.${'cpu' | 'memory' | 'ephemeral-storage'}`
  | `${'limits' | 'requests'}.hugepages-${string}`;

/** The value of an environment variable. Numbers and booleans are converted to strings. */
export type EnvValue = string | number | boolean | Env;

/** Environment variables by name, in order: later ones can reference earlier ones as `$(NAME)`; undefined ones are left out. */
export type EnvProps = Readonly<Record<string, EnvValue | undefined>>;

/** Whether the container can start without the Secret, ConfigMap or key. @default false */
export interface OptionalSource {
  readonly optional?: boolean;
}

/**
 * An environment variable with a value from another source.
 *
 * @example
 * env: {
 *   LOG_LEVEL: 'info',
 *   POD_NAME: Env.field('metadata.name'),
 *   GOMAXPROCS: Env.resource('limits.cpu'),
 *   DB_PASSWORD: Env.secret('db-auth', 'password'),
 *   THEME: Env.configMap('shop-config', 'theme', { optional: true }),
 * }
 */
@checked('Env')
export class Env {
  /** A literal value; the same as the plain value. */
  public static value(value: string | number | boolean): Env {
    return new Env({ value: String(value) });
  }

  /** A field of the pod. Becomes `valueFrom.fieldRef`. */
  public static field(fieldPath: PodField): Env {
    return new Env({ valueFrom: { fieldRef: { fieldPath } } });
  }

  /** A request or limit of a container. Becomes `valueFrom.resourceFieldRef`. */
  public static resource(
    resource: ContainerResource,
    options: {
      /** @default the container itself */
      readonly container?: string;
      /** Unit to divide by, such as `'1Mi'` or `'1m'`. @default 1 */
      readonly divisor?: string | number;
    } = {},
  ): Env {
    const { container, divisor } = options;
    return new Env({
      valueFrom: {
        resourceFieldRef: definedFields({
          containerName: container,
          resource,
          divisor: divisor === undefined ? undefined : String(divisor),
        }),
      },
    });
  }

  /** One key of a Secret. Becomes `valueFrom.secretKeyRef`. */
  public static secret(secret: ObjectReference, key: string, options: OptionalSource = {}): Env {
    return new Env({ valueFrom: { secretKeyRef: { name: nameOf(secret), key, ...definedFields(options) } } }, secret);
  }

  /** One key of a ConfigMap. Becomes `valueFrom.configMapKeyRef`. */
  public static configMap(configMap: ObjectReference, key: string, options: OptionalSource = {}): Env {
    const configMapKeyRef = { name: nameOf(configMap), key, ...definedFields(options) };
    return new Env({ valueFrom: { configMapKeyRef } }, configMap);
  }

  private constructor(
    /** The EnvVar of the manifest, without its name. */
    public readonly source: Omit<coreV1.EnvVar, 'name'>,
    /** The Secret or ConfigMap that was passed. */
    public readonly content?: ObjectReference,
  ) {}
}

/**
 * All keys of a Secret or ConfigMap as environment variables.
 *
 * @example
 * envFrom: [EnvFrom.configMap('shop-config'), EnvFrom.secret('smtp', { prefix: 'SMTP_' })]
 */
@checked('EnvFrom')
export class EnvFrom {
  /** All keys of a Secret. @param options.prefix prepended to every name. */
  public static secret(secret: ObjectReference, options: OptionalSource & { readonly prefix?: string } = {}): EnvFrom {
    const { prefix, ...optional } = options;
    const secretRef = { name: nameOf(secret), ...definedFields(optional) };
    return new EnvFrom(definedFields({ prefix, secretRef }), secret);
  }

  /** All keys of a ConfigMap. @param options.prefix prepended to every name. */
  public static configMap(
    configMap: ObjectReference,
    options: OptionalSource & { readonly prefix?: string } = {},
  ): EnvFrom {
    const { prefix, ...optional } = options;
    const configMapRef = { name: nameOf(configMap), ...definedFields(optional) };
    return new EnvFrom(definedFields({ prefix, configMapRef }), configMap);
  }

  private constructor(
    public readonly source: coreV1.EnvFromSource,
    /** The Secret or ConfigMap that was passed. */
    public readonly content: ObjectReference,
  ) {}
}

/** Oldest supported minor version; names that contain dots or start with a digit are allowed since 1.30. */
const OLDEST_MINOR = minorOf(KUBERNETES_VERSIONS[0]);

/** `BAD_KEY` for `BAD KEY`. */
const variableNames = (text: string) => [
  text
    .trim()
    .replace(/\W+/g, '_')
    .replace(/^(?=\d)/, '_'),
];

/** `env` of a container. */
export function envManifest(env: EnvProps, reportIssue: ReportIssue): coreV1.EnvVar[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined) return [];
    checkText(reportIssue, 'env', name, (text) => environmentVariableName(text, OLDEST_MINOR), variableNames);
    if (!(value instanceof Env)) {
      if (!['string', 'number', 'boolean'].includes(typeof value)) {
        const message = `must be a string, a number, a boolean or a value of Env, got ${shapeOf(value)}`;
        reportIssue(`env.${name}`, message);
      }
      return [{ name, value: String(value) }];
    }
    checkSource(value.source.valueFrom, under(reportIssue, `env.${name}`));
    return [{ name, ...structuredClone(value.source) }];
  });
}

function checkSource(source: coreV1.EnvVarSource | undefined, reportIssue: ReportIssue): void {
  const reference = source?.secretKeyRef ?? source?.configMapKeyRef;
  if (reference !== undefined) {
    checkText(reportIssue, 'name', reference.name ?? '', dns1123Subdomain);
    checkText(reportIssue, 'key', reference.key, configMapKey);
  }
  checkQuantity(reportIssue, 'divisor', source?.resourceFieldRef?.divisor);
}

/** `envFrom` of a container. */
export function envFromManifest(sources: readonly EnvFrom[], reportIssue: ReportIssue): coreV1.EnvFromSource[] {
  return sources.map(({ source }, index) => {
    const own = under(reportIssue, `envFrom[${index}]`);
    checkText(own, 'name', (source.secretRef ?? source.configMapRef)?.name ?? '', dns1123Subdomain);
    if (source.prefix) checkText(own, 'prefix', source.prefix, (text) => environmentVariableName(text, OLDEST_MINOR));
    return structuredClone(source);
  });
}
