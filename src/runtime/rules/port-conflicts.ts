import type { RuntimeContainer } from '../../images';
import { selectorMatches } from '../../values';
import { deployment, pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';
import { listed, servedPorts } from './served-ports';

const web = { image: 'nginx:1.27.3' };
const second = (image: string) => pod(web, { initContainers: [{ name: 'copy', image, restartPolicy: 'Always' }] });

/** Containers of a pod share one network. */
export const portsCollide: RuntimeRule = {
  id: 'ports-collide',
  severity: 'warning',
  message: 'nginx of container shop and nginx of container copy both listen on port 80',
  why: 'The containers of a pod have one network namespace, so that only one of them can listen on a port. The program that starts later exits with "Address already in use", and its container is restarted forever.',
  hint: 'configure another port for one of the programs, or use two pods',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  refused: second('nginx:1.27.3'),
  accepted: second('nginxinc/nginx-unprivileged:1.27.3'),
  check: ({ containers, isWindows }, report) => {
    const listening = (isWindows ? [] : containers)
      .filter(({ role }) => role === 'main' || role === 'sidecar')
      .flatMap((container) => (servedPorts(container) ?? []).map((port) => ({ container, ...port })));
    for (const [index, one] of listening.entries()) {
      const other = listening
        .slice(0, index)
        .find(
          ({ port, protocol, container }) =>
            port === one.port && container !== one.container && isTcp(protocol) === isTcp(one.protocol),
        );
      if (other === undefined) continue;
      const nameOf = ({ image, name }: RuntimeContainer) => `${image!.name} of container ${name}`;
      report({
        field: `${one.container.field}.image`,
        message: `${nameOf(other.container)} and ${nameOf(one.container)} both listen on port ${one.port}`,
      });
    }
  },
};

const isTcp = (protocol: string | undefined) => protocol !== 'udp';

const service = (targetPort: number) => [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop' },
    spec: { selector: { app: 'shop' }, ports: [{ port: 80, targetPort }] },
  },
  deployment(web),
];

/** A Service forwards to a port on which nothing listens. */
export const servicePortNotServed: RuntimeRule = {
  id: 'service-port-not-served',
  severity: 'warning',
  message: 'nginx listens on port 80, and Service "shop" forwards to port 8080',
  why: 'The Service forwards connections to a port on which no program of the pod listens, so that they are refused. Reported for pods with one container whose program is known; a port that the container declares itself is reported there.',
  hint: 'set targetPort to the port of the image',
  source: 'EXPOSE and the configuration of the image, see docs/image-facts.md',
  refused: service(8080),
  accepted: service(80),
  check: (subject, report) => {
    const running = subject.containers.filter(({ role }) => role === 'main' || role === 'sidecar');
    const [container] = running;
    if (subject.isWindows || container === undefined || running.length > 1) return;
    const served = servedPorts(container);
    const declared: any[] = container.container.ports ?? [];
    if (served === undefined || served.length === 0 || declared.length > 0) return;
    for (const { metadata, spec } of servicesOf(subject)) {
      for (const { port, targetPort = port } of spec.ports ?? []) {
        if (typeof targetPort !== 'number' || served.some((one) => one.port === targetPort)) continue;
        report({
          field: container.field,
          message: `${container.image!.name} listens on ${listed(served)}, and Service ${JSON.stringify(metadata.name)} forwards to port ${targetPort} (container: ${container.name})`,
        });
      }
    }
  },
};

/** Services of the input that select the pod. */
function servicesOf({ template, services }: RuntimePod): any[] {
  const labels = template.metadata?.labels ?? {};
  return services.filter(
    ({ spec }) =>
      Object.keys(spec?.selector ?? {}).length > 0 && selectorMatches({ matchLabels: spec.selector }, labels),
  );
}
