import { join } from 'node:path';
import { type App, Chart } from 'cdk8s';
import {
  ConfigMap,
  Content,
  external,
  Probes,
  Qos,
  readValues,
  Scaling,
  TenantNamespace,
  Volumes,
  WebApp,
} from 'cdk8s-patterns';
import schema from './values/values.schema.json';

interface Amounts {
  readonly cpu?: string;
  readonly memory?: string;
}

/** What differs between environments. values.schema.json describes it to editors, and is checked first. */
export interface WebValues {
  readonly replicaCount: number;
  readonly image: {
    readonly repository: string;
    readonly tag: string;
    readonly pullPolicy?: 'Always' | 'IfNotPresent';
  };
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly resources: { readonly requests: Amounts; readonly limits?: Amounts };
  readonly service: { readonly type?: 'ClusterIP'; readonly port?: number };
  readonly ingress: { readonly enabled: boolean; readonly host?: string; readonly tlsSecretName?: string };
  readonly appConfig: Readonly<Record<string, string>>;
}

/** The values of one environment: those that all share, and over them its own. */
export function valuesOf(environment: string): WebValues {
  const files = ['values.yaml', `values.${environment}.yaml`].map((file) => join(__dirname, 'values', file));
  return readValues<WebValues>({ files, schema });
}

/** The stack, whatever the environment. */
export class WebStack extends Chart {
  public constructor(app: App, id: string, namespace: string, values: WebValues) {
    super(app, id, { namespace });
    const { image, env, resources, service, ingress, appConfig } = values;
    new TenantNamespace(this, 'namespace', { name: namespace, network: 'open' });
    const config = new ConfigMap(this, 'web-config', { from: [Content.literals(appConfig)] });
    new WebApp(this, 'web', {
      image: `${image.repository}:${image.tag}`,
      imagePullPolicy: image.pullPolicy,
      port: 8080,
      env: Object.fromEntries(env.map(({ name, value }) => [name, value])),
      qos: Qos.burstable(resources),
      probes: Probes.tcp(),
      scaling: Scaling.fixed(values.replicaCount),
      mounts: [Volumes.configMap(config, { name: 'config' }).at('/app/config', { readOnly: true })],
      service,
      ingress: ingress.enabled ? { host: ingress.host!, tls: ingress.tlsSecretName } : undefined,
    });
  }
}

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('web-libix-com', { keys: ['tls.crt', 'tls.key'] })];

/**
 * One web application for three environments, each with its own values file; the values are checked against a schema.
 *
 * nginx stands for the program. Needs: Kubernetes 1.28 or later, an Ingress controller, and for production in namespace
 * web-prod the Secret `web-libix-com` with the certificate (tls.crt and tls.key).
 */
export default function (app: App): void {
  for (const environment of ['dev', 'staging', 'prod']) {
    new WebStack(app, `values-driven-${environment}`, `web-${environment}`, valuesOf(environment));
  }
}
