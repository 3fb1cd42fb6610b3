import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Ambassador, type AmbassadorProps } from '../../src/mixins';
import { Qos } from '../../src/pod';
import { containerIn, plainChart, workload } from '../mixins/pods';
import { buildJudge } from '../parity/go-judge';
import { exampleFiles } from './examples';

/** Without Go there is nothing that knows the configuration of Envoy: the tests are skipped, and jest says so. */
const hasGo = spawnSync('go', ['version']).status === 0;
const testWithGo = hasGo ? test : test.skip;

/** The first fault of each configuration by Envoy's own protobuf definitions and their constraints; empty for a valid one. */
function faultsOf(configurations: readonly string[]): string[] {
  const judge = buildJudge(join(__dirname, 'envoy'), 'envoy-judge');
  const { stdout, stderr, status } = spawnSync(judge, { input: JSON.stringify(configurations), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The configuration as Envoy gets it: the kubelet has replaced the variables of the container. */
function expanded(configuration: string, env: readonly { name: string; value?: string }[] = []): string {
  return configuration.replaceAll(/\$\((\w+)\)/g, (_, name) => {
    const value = env.find((variable) => variable.name === name)?.value;
    return value ?? (name === 'UPSTREAM_PORT' ? '6380' : 'redis.example.com');
  });
}

/** The values of --config-yaml, and the files of ConfigMaps that are configurations of Envoy. */
function configurationsIn(objects: readonly any[]): string[] {
  const found: string[] = [];
  const visit = (node: any): void => {
    if (typeof node !== 'object' || node === null) return;
    const at = Array.isArray(node.args) ? node.args.indexOf('--config-yaml') : -1;
    if (at >= 0) found.push(expanded(node.args[at + 1], node.env));
    for (const value of Object.values(node)) {
      if (typeof value === 'string' && /^(static_resources|admin):/m.test(value)) found.push(value);
      else visit(value);
    }
  };
  for (const object of objects) visit(object);
  return [...new Set(found)];
}

const BUILD = 600_000;

testWithGo(
  'Envoy accepts the configurations of the examples',
  () => {
    const configurations = exampleFiles().flatMap(({ name, objects }) =>
      configurationsIn(objects).map((configuration) => ({ name, configuration })),
    );
    // The ambassador, and the sidecar with a configuration of its own.
    expect(new Set(configurations.map(({ name }) => name)).size).toBeGreaterThanOrEqual(2);
    const faults = faultsOf(configurations.map(({ configuration }) => configuration));
    expect(configurations.map(({ name }, index) => `${name}: ${faults[index]}`)).toEqual(
      configurations.map(({ name }) => `${name}: `),
    );
  },
  BUILD,
);

const UPSTREAMS: readonly (readonly [string, AmbassadorProps['upstream']])[] = [
  ['a host name', 'redis.example.com:6379'],
  ['an IPv4 address', { host: '10.1.2.3', port: 9 }],
  ['an IPv6 address', '[fd00::1]:53'],
  ['a Secret', { secret: 'redis' }],
];
const OPTIONS: readonly (readonly [string, Partial<AmbassadorProps>])[] = [
  ['nothing else', {}],
  ['a health port', { healthPort: 9902 }],
  ['TLS', { tls: true }],
  [
    'TLS with a name, an authority and a health port',
    { tls: { serverName: 'cache', caFile: '/ca.crt' }, healthPort: 9902 },
  ],
];

testWithGo(
  'Envoy accepts what an Ambassador generates',
  () => {
    const cases = UPSTREAMS.flatMap(([upstreamName, upstream]) =>
      OPTIONS.map(([optionName, options]) => {
        const chart = plainChart('shop');
        workload(chart);
        const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
        chart.with(
          new Ambassador('redis', { image: 'envoyproxy/envoy:v1.33.0', qos, port: 6379, upstream, ...options }),
        );
        const { args, env } = containerIn(chart, 'redis');
        return { title: `${upstreamName}, ${optionName}`, configuration: expanded(args![1]!, env as never) };
      }),
    );
    const faults = faultsOf(cases.map(({ configuration }) => configuration));
    expect(cases.map(({ title }, index) => `${title}: ${faults[index]}`)).toEqual(
      cases.map(({ title }) => `${title}: `),
    );
  },
  BUILD,
);

testWithGo(
  'it rejects misspelled fields, unknown types, and values out of range',
  () => {
    const listener = (typed: string) => `static_resources:
  listeners:
    - address: { socket_address: { address: 127.0.0.1, port_value: 80 } }
      filter_chains: [{ filters: [{ name: x, typed_config: ${typed} }] }]`;
    const proxy = '"@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy';
    expect(
      faultsOf([
        'static_resources: { cluster: [] }',
        'static_resources: { clusters: [{ name: a, type: STRICT_DSN }] }',
        'static_resources: { clusters: [{ name: a, connect_timeout: 0s }] }',
        listener('{ "@type": type.googleapis.com/envoy.extensions.TcpProxy }'),
        listener(`{ ${proxy}, stat_prefix: "", cluster: a }`),
        listener(`{ ${proxy}, stat_prefix: a, cluster: a }`),
        'static_resources: [',
      ]),
    ).toEqual([
      expect.stringMatching(/unknown field "cluster"/),
      expect.stringMatching(/STRICT_DSN/),
      expect.stringMatching(/ConnectTimeout.*greater than 0s/),
      expect.stringMatching(/unable to resolve/),
      expect.stringMatching(/StatPrefix.*at least 1/),
      '',
      expect.stringMatching(/yaml/),
    ]);
  },
  BUILD,
);
