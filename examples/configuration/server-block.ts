import { join } from 'node:path';
import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, Probes, Qos, readValues, ServiceSet, Volumes, WebApp } from 'cdk8s-patterns';
import schema from './values/server-block.schema.json';

interface Location {
  readonly path: string;
  readonly root?: string;
  readonly redirect?: string;
  readonly proxy?: string;
}

interface ServerBlock {
  readonly serverName: string;
  readonly clientMaxBodySize: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly locations: readonly Location[];
}

const directive = ({ root, redirect, proxy }: Location): string => {
  if (root !== undefined) return `root ${root};`;
  return redirect === undefined ? `proxy_pass ${proxy};` : `return 301 ${redirect};`;
};

/** The server block of nginx for these values. */
export function serverBlock({ serverName, clientMaxBodySize, headers, locations }: ServerBlock): string {
  return [
    'server {',
    '  listen 8080;',
    `  server_name ${serverName};`,
    `  client_max_body_size ${clientMaxBodySize};`,
    ...Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`),
    ...locations.map((location) => `  location ${location.path} { ${directive(location)} }`),
    '}',
    '',
  ].join('\n');
}

/**
 * The server block of nginx, written from a values file: names, headers, directories, redirects and proxied paths. The
 * values are checked against a schema, and a change of them rolls the pods out.
 *
 * A second nginx stands for the API behind the proxied path. Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'server-block');
  const values = readValues<ServerBlock>({ files: [join(__dirname, 'values', 'server-block.yaml')], schema });
  const configuration = new ConfigMap(chart, 'server-block', {
    from: [Content.literal('default.conf', serverBlock(values))],
  });
  const nginx = {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
  } as const;
  const backend = new WebApp(chart, 'backend', { ...nginx, service: { type: 'None' } });
  new ServiceSet(chart, 'services', { pods: backend, services: { api: { port: 8080 } } });
  new WebApp(chart, 'site', {
    ...nginx,
    mounts: [Volumes.configMap(configuration).at('/etc/nginx/conf.d', { readOnly: true })],
  });
}
