import { checkedFactories } from '../props';

/** An object that is in the cluster and not in the input: a manifest of any kind, with the fields that are known. */
export interface ExternalObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    /** @default the object is known in every namespace */
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** What is known of an external object. */
export interface ExternalOptions {
  /** Namespace of the object. @default the object is known in every namespace */
  readonly namespace?: string;
}

/** What is known of an external ConfigMap or Secret. */
export interface ExternalKeysOptions extends ExternalOptions {
  /** Its keys; a reference to another key is an error. @default the keys are not known, and any key is accepted */
  readonly keys?: readonly string[];
}

/** What is known of an external Service. */
export interface ExternalServiceOptions extends ExternalOptions {
  /** Its ports; a reference to another port is an error. @default the ports are not known, and any port is accepted */
  readonly ports?: readonly number[];
}

function object(apiVersion: string, kind: string, name: string, options: ExternalOptions = {}): ExternalObject {
  const { namespace } = options;
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }) } };
}

function withKeys(kind: string, name: string, options: ExternalKeysOptions = {}): ExternalObject {
  const known = object('v1', kind, name, options);
  const data = options.keys && Object.fromEntries(options.keys.map((key) => [key, '']));
  return data === undefined ? known : { ...known, ...{ data } };
}

/**
 * Declares objects that are created elsewhere, so that references to them are not reported. A reference to a key or port that they
 * do not have is an error.
 *
 * @example
 * new CheckedApp({ external: [external.secret('db', { keys: ['password'] }), external.configMap('ca')] });
 */
export const external = checkedFactories('external', {
  /** A Secret. */
  secret(name: string, options?: ExternalKeysOptions): ExternalObject {
    return withKeys('Secret', name, options);
  },

  /** A ConfigMap. */
  configMap(name: string, options?: ExternalKeysOptions): ExternalObject {
    return withKeys('ConfigMap', name, options);
  },

  /** A Service. */
  service(name: string, options: ExternalServiceOptions = {}): ExternalObject {
    const known = object('v1', 'Service', name, options);
    const ports = options.ports?.map((port) => ({ port }));
    return ports === undefined ? known : { ...known, ...{ spec: { ports } } };
  },

  /** An object of any kind, such as a PriorityClass. */
  object(apiVersion: string, kind: string, name: string, options?: ExternalOptions): ExternalObject {
    return object(apiVersion, kind, name, options);
  },
});
