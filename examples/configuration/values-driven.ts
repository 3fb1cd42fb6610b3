import { join } from 'node:path';
import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, Probes, Qos, readValues, Scaling, Volumes, WebApp } from 'cdk8s-patterns';
import schema from './values/values.schema.json';

interface Amounts {
  readonly cpu?: string;
  readonly memory?: string;
}

/** What differs between environments; values.schema.json says the same to editors, and is checked before anything is made. */
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

/** The values of one environment: what all share, and over it what this one has of its own. */
export function valuesOf(environment: string): WebValues {
  const files = ['values.yaml', `values.${environment}.yaml`].map((file) => join(__dirname, 'values', file));
  return readValues<WebValues>({ files, schema });
}

/** The stack, whatever the environment. */
export class WebStack extends Chart {
  public constructor(app: App, id: string, namespace: string, values: WebValues) {
    super(app, id, { namespace });
    const { image, env, resources, service, ingress, appConfig } = values;
    const config = new ConfigMap(this, 'web-config', { from: [Content.literals(appConfig)] });
    new WebApp(this, 'web', {
      image: `${image.repository}:${image.tag}`,
      imagePullPolicy: image.pullPolicy,
      port: 80,
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

/** One stack with a values file for each environment. */
export default function (app: App): void {
  for (const environment of ['dev', 'staging', 'prod']) {
    new WebStack(app, `values-driven-${environment}`, `web-${environment}`, valuesOf(environment));
  }
}
