import { hasChange } from '../../facts';
import type { ImagePort, RuntimeContainer } from '../../images';
import { didYouMean } from '../../values';
import { deployment, pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';
import { networkHandlers } from './probe-handlers';
import { listed, servedPorts } from './served-ports';

const web = (port: number, container: object = {}) =>
  deployment({
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    ports: [{ name: 'http', containerPort: port }],
    ...container,
  });
const probe = (handler: object) => ({ readinessProbe: handler });

/** A container that declares only ports on which its program does not listen. */
export const imagePortNotServed: RuntimeRule = {
  id: 'image-port-not-served',
  severity: 'warning',
  message: 'nginxinc/nginx-unprivileged listens on port 8080, not on 80',
  why: 'The default program of the image listens on other ports than the container declares. Connections that a Service forwards to the declared port are refused.',
  hint: 'declare the port of the image, or configure its program',
  source: 'EXPOSE and the configuration of the image, see docs/image-facts.md',
  refused: web(80),
  accepted: web(8080),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const declared: any[] = container.container.ports ?? [];
      const { facts, image, field } = container;
      const served = servedPorts(container);
      if (served === undefined || declared.length === 0) {
        reportExposed(container, report);
        continue;
      }
      if (declared.some(({ containerPort }) => served.some(({ port }) => port === containerPort))) continue;
      for (const [index, { containerPort }] of declared.entries()) {
        report({
          field: `${field}.ports[${index}].containerPort`,
          message: `${image!.name} listens on ${listed(served)}, not on ${containerPort} (container: ${container.name})`,
          hint: facts?.portsSetBy === undefined ? undefined : `use ${listed(served)}, or configure the program`,
        });
      }
    }
  },
};

/** What EXPOSE declares is not all that an image serves, so that it is only a note. */
function reportExposed(container: RuntimeContainer, report: Parameters<RuntimeRule['check']>[1]): void {
  const { facts, image, field } = container;
  const declared: any[] = container.container.ports ?? [];
  if (facts?.exposes === undefined || facts.exposes.length === 0 || !container.runsDefaultProgram) return;
  for (const [index, { containerPort }] of declared.entries()) {
    if (facts.exposes.includes(containerPort)) continue;
    report({
      field: `${field}.ports[${index}].containerPort`,
      message: `${image!.name} declares port ${facts.exposes.join(', ')} (EXPOSE), not ${containerPort} (container: ${container.name})`,
      severity: 'note',
    });
  }
}

/** A probe asks a port on which nothing listens. */
export const probePortNotServed: RuntimeRule = {
  id: 'probe-port-not-served',
  severity: 'warning',
  message: 'nginxinc/nginx-unprivileged listens on port 8080, and the readinessProbe asks port 80',
  why: 'The kubelet makes the probe on a port on which the default program of the image does not listen: the container never becomes ready, or is restarted again and again.',
  hint: 'use the port of the image',
  source: 'EXPOSE and the configuration of the image, see docs/image-facts.md',
  refused: web(8080, probe({ httpGet: { path: '/', port: 80 } })),
  accepted: web(8080, probe({ httpGet: { path: '/', port: 'http' } })),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const served = servedPorts(container);
      if (served === undefined) continue;
      for (const { field, probe: name, number, host, port } of networkHandlers(container)) {
        if (host !== undefined || number === undefined || served.some((one) => one.port === number)) continue;
        // A name leads to the declared port, which is reported there.
        if (typeof port === 'string' && reportsDeclaredPorts(container, served)) continue;
        report({
          field: `${container.field}.${field}.port`,
          message: `${container.image!.name} listens on ${listed(served)}, and the ${name} asks port ${number} (container: ${container.name})`,
        });
      }
    }
  },
};

function reportsDeclaredPorts({ container }: RuntimeContainer, served: readonly ImagePort[]): boolean {
  return !(container.ports ?? []).some((one: any) => served.some(({ port }) => port === one?.containerPort));
}

const database = {
  image: 'postgres:17.2',
  env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }],
};
const REQUESTS = { http: 'HTTP', https: 'HTTPS', grpc: 'gRPC' } as const;

/** A probe asks over HTTP or gRPC what does not speak it. */
export const probeProtocol: RuntimeRule = {
  id: 'probe-protocol',
  severity: 'warning',
  message: 'the readinessProbe sends HTTP requests to port 5432 of postgres, which does not answer them',
  why: 'An HTTP probe succeeds with a response whose status is from 200 to 399, a gRPC probe with an answer of the health service. A program that speaks another protocol closes the connection, so that the probe always fails. HTTPS is another protocol than HTTP.',
  hint: 'use tcpSocket, or exec with a client of the program',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  refused: pod({ ...database, ...probe({ httpGet: { path: '/', port: 5432 } }) }),
  accepted: pod({ ...database, ...probe({ tcpSocket: { port: 5432 } }) }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const served = servedPorts(container) ?? [];
      for (const { field, kind, probe: name, number, host, isHttps } of networkHandlers(container)) {
        const port = served.find((one) => one.port === number);
        const asked = kind === 'httpGet' ? (isHttps ? 'https' : 'http') : kind === 'grpc' ? 'grpc' : undefined;
        if (host !== undefined || port === undefined || asked === undefined) continue;
        const spoken = port.protocol ?? 'http';
        if (asked === spoken) continue;
        report({
          field: `${container.field}.${field}`,
          message: `the ${name} sends ${REQUESTS[asked]} requests to port ${number} of ${container.image!.name}, which does not answer them (container: ${container.name})`,
          hint:
            spoken === 'http'
              ? 'use httpGet without scheme HTTPS'
              : spoken === 'https'
                ? 'set scheme: HTTPS'
                : undefined,
        });
      }
    }
  },
};

/** A probe asks a path that the default content does not have. */
export const probePathNotServed: RuntimeRule = {
  id: 'probe-path-not-served',
  severity: 'warning',
  message: 'nginxinc/nginx-unprivileged answers /healthz with 404, and the readinessProbe asks for it',
  why: 'The default content of the image does not have this path, so that the probe gets the status 404 and fails.',
  hint: 'use a path of the image, or bring the content that has it',
  source: 'the content of the image, see docs/image-facts.md',
  refused: web(8080, probe({ httpGet: { path: '/healthz', port: 8080 } })),
  accepted: web(8080, probe({ httpGet: { path: '/', port: 8080 } })),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image } = container;
      const served = servedPorts(container);
      if (served === undefined || facts?.paths === undefined || container.hasSetting(facts.content)) continue;
      const prefix = pathPrefix(container);
      if (prefix === undefined) continue;
      for (const { field, kind, probe: name, number, path = '/', host } of networkHandlers(container)) {
        const [bare = '/'] = path.split('?');
        if (host !== undefined || kind !== 'httpGet' || !served.some(({ port }) => port === number)) continue;
        if (
          isServed(
            bare === '' ? '/' : bare,
            facts.paths.map((one) => prefix + one),
          )
        )
          continue;
        report({
          field: `${container.field}.${field}.path`,
          message: `${image!.name} answers ${path} with 404, and the ${name} asks for it (container: ${container.name})`,
          hint: pathsHint(facts.paths.map((one) => prefix + one)),
        });
      }
    }
  },
};

/** What options put before all paths, `''` without them; undefined when it is not known. */
function pathPrefix({ facts, words }: RuntimeContainer): string | undefined {
  const options = facts?.pathPrefixOptions ?? [];
  const found = words.flatMap((word) => (options.some((one) => word.startsWith(one)) ? [word.split('=')[1]] : []));
  if (found.length === 0) return '';
  const [value] = found;
  // The address of another option has its path, unless the prefix is given too.
  if (found.length > 1 || value === undefined || !value.startsWith('/')) return undefined;
  return value.replace(/\/+$/, '');
}

function isServed(path: string, served: readonly string[]): boolean {
  return served.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : path === one));
}

/** Suggests the paths that are made for probes, where there are some. */
function pathsHint(served: readonly string[]): string {
  const made = served.filter((path) => /health|ready|live/.test(path));
  if (made.length > 0) return `use ${made.join(' or ')}`;
  const all = served.filter((path) => !path.endsWith('*'));
  return all.length === 0 ? 'bring the content that has it' : `use ${all.join(', ')}, or bring the content that has it`;
}

/** The kubelet looks up a named port in the container itself. */
export const probePortUndeclared: RuntimeRule = {
  id: 'probe-port-undeclared',
  severity: 'error',
  message: 'no port of the container is named "http"',
  why: 'The kubelet looks up the name of a port in the ports of the same container, then reads it as a number. Without one the readiness and startup probes never succeed, a liveness probe never fails, and a postStart hook ends the container.',
  hint: 'name the port in the ports of the container, or use its number',
  source: 'ResolveContainerPort (pkg/probe/util.go)',
  refused: pod({ ports: [{ name: 'web', containerPort: 8080 }], ...probe({ tcpSocket: { port: 'http' } }) }),
  accepted: pod({ ports: [{ name: 'http', containerPort: 8080 }], ...probe({ tcpSocket: { port: 'http' } }) }),
  check: ({ containers }, report) => {
    for (const container of containers) {
      const declared: any[] = container.container.ports ?? [];
      const names = declared.map((one) => String(one?.name ?? ''));
      const shown = declared.map((one) => [one?.name, one?.containerPort].filter(Boolean).join(' ')).join(', ');
      for (const { field, number, port } of networkHandlers(container)) {
        if (number !== undefined) continue;
        report({
          field: `${container.field}.${field}.port`,
          message: `no port of the container is named ${JSON.stringify(port)} (container: ${container.name})`,
          hint:
            didYouMean(String(port), names) ??
            ownerHint(String(port), containers) ??
            (shown === '' ? undefined : `the container declares ${shown}`),
        });
      }
    }
  },
};

function ownerHint(port: string, containers: readonly RuntimeContainer[]): string | undefined {
  const owner = containers.find(({ container }) => (container.ports ?? []).some((one: any) => one?.name === port));
  return owner && `it is a port of container ${JSON.stringify(owner.name)}; use its number`;
}

const PRIVILEGED = 1024;
const SYSCTL = 'net.ipv4.ip_unprivileged_port_start';

/** Ports below 1024 need root, a capability, or a setting of the node. */
export const privilegedPort: RuntimeRule = {
  id: 'privileged-port',
  severity: 'warning',
  message: 'nginx listens on port 80 as user 101, which CRI-O does not allow',
  why: 'A process of another user than root may bind a port below 1024 only where the sysctl net.ipv4.ip_unprivileged_port_start allows it. containerd sets it to 0 from version 2.0 on, which Kubernetes 1.36 and newer require; CRI-O and containerd 1.x do not, and the network of the node never has it. Up to 1.35 this is a warning, from 1.36 on a note, and with hostNetwork always a warning.',
  hint: `set the safe sysctl ${SYSCTL} to "0" in the security context of the pod, or use a port from 1024 on`,
  source: 'https://github.com/containerd/containerd/pull/9348 and https://github.com/cri-o/cri-o/issues/10050',
  refused: pod(
    {
      image: 'nginx:1.27.3',
      ...{ securityContext: { runAsUser: 101 } },
      volumeMounts: [
        { name: 'cache', mountPath: '/var/cache/nginx' },
        { name: 'run', mountPath: '/run' },
      ],
    },
    { volumes: ['cache', 'run'].map((name) => ({ name, emptyDir: {} })) },
  ),
  accepted: pod({ image: 'nginxinc/nginx-unprivileged:1.27.3' }),
  check: ({ containers, isWindows, spec, minor }, report) => {
    const setting = (spec.securityContext?.sysctls ?? []).find(
      (one: any) => String(one?.name).replaceAll('/', '.') === SYSCTL,
    );
    for (const container of isWindows ? [] : containers) {
      const { user, facts, image } = container;
      const number = (servedPorts(container) ?? []).map(({ port }) => port).find((port) => port < PRIVILEGED);
      if (number === undefined || !container.isNonRoot || container.isPrivileged) continue;
      if (facts?.fileCapabilities?.includes('NET_BIND_SERVICE')) continue;
      if (spec.hostNetwork !== true && setting !== undefined && Number(setting.value) <= number) continue;
      const who = user === undefined ? `user ${facts?.user}` : `user ${user}`;
      const where =
        spec.hostNetwork === true
          ? 'the network of the node does'
          : hasChange(minor, 'Containerd2')
            ? 'CRI-O does'
            : 'containerd 1.x and CRI-O do';
      report({
        field: `${container.field}.image`,
        message: `${image!.name} listens on port ${number} as ${who}, which ${where} not allow (container: ${container.name})`,
        severity: spec.hostNetwork !== true && hasChange(minor, 'Containerd2') ? 'note' : 'warning',
        hint: spec.hostNetwork === true ? 'use a port from 1024 on, or run as root' : undefined,
      });
    }
  },
};
