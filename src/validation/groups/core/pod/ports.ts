import { PROTOCOLS } from '../../../../facts';
import { portName, portNumber } from '../../../../values';
import { fieldChecks, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { CONTAINERS, isInPod, POD_SPEC } from './pod-ancestors';

const ports = podTexts('validateContainerPorts');
const hostPorts = podTexts('AccumulateUniqueHostPorts');
const port = (fields: object) => ({ 'spec.containers[0].ports': [{ containerPort: 80, ...fields }] });
const plain = { accepts: port({}) };

/** Ports of one container. */
export const containerPortRules = rules(
  CONTAINERS,
  {
    'port-name-format': ports.invalid(
      '{detail}',
      'The name of a port is at most 15 lowercase letters, digits and dashes with at least one letter, as IANA names services. Probes and Services refer to it.',
      port({ name: 'http-remote-write' }),
      plain,
    ),
    'port-name-duplicate': ports.duplicate(
      '',
      'Two ports of one container share a name, so a Service or probe that uses it could mean either.',
      { 'spec.containers[0].ports[1].name': 'http' },
      {
        alongside: ['port-name-repeated'],
        with: {
          'spec.containers[0].ports': [
            { name: 'http', containerPort: 80 },
            { name: 'admin', containerPort: 81 },
          ],
        },
      },
    ),
    'container-port-required': ports.required(
      '',
      'A port entry has the number of the port on which the container listens.',
      { 'spec.containers[0].ports': [{ name: 'http' }] },
      plain,
    ),
    'port-range': ports.invalid(
      '{detail}',
      'Ports are numbers from 1 to 65535, in the container as well as on the node.',
      port({ containerPort: 65536 }),
      plain,
    ),
    'port-protocol': ports.notSupported(
      'supported values: {supported}',
      'Kubernetes knows TCP, UDP and SCTP, in capital letters.',
      port({ protocol: 'tcp' }),
      { accepts: port({ protocol: 'TCP' }) },
    ),
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const names = new Set<string>();
    each('ports', node.value.ports, (entry: any, field) => {
      const { name = '', containerPort = 0, hostPort = 0, protocol } = entry;
      if (name !== '') {
        const problems = portName(name);
        for (const detail of problems) report('port-name-format', `${field}.name`, { value: name, detail });
        if (problems.length === 0 && names.has(name)) report('port-name-duplicate', `${field}.name`, { value: name });
        if (problems.length === 0) names.add(name);
      }
      if (containerPort === 0) report('container-port-required', `${field}.containerPort`);
      else {
        format('port-range', `${field}.containerPort`, containerPort, portNumber);
      }
      if (hostPort !== 0) {
        format('port-range', `${field}.hostPort`, hostPort, portNumber);
      }
      if (!PROTOCOLS.includes(protocol)) {
        report('port-protocol', `${field}.protocol`, { value: protocol, supported: sortedValues(PROTOCOLS) });
      }
    });
  },
);

/** Ports of the node that containers ask for. */
export const hostPortRules = rules(
  POD_SPEC,
  {
    'host-port-duplicate': hostPorts.duplicate(
      '',
      'A port of the node can be given to one container only. Two entries ask for the same port, protocol and address.',
      { 'spec.containers[0].ports[1].hostPort': 8080 },
      {
        with: {
          'spec.containers[0].ports': [
            { containerPort: 80, hostPort: 8080 },
            { containerPort: 81, hostPort: 8081 },
          ],
        },
      },
    ),
    'host-port-mismatch': podTexts('validatePodHostNetworkDeps').invalid(
      'must match `containerPort` when `hostNetwork` is true',
      'With hostNetwork the container listens on the node itself, so there is no other port to map to. Leave hostPort out, or write the same number.',
      port({ hostPort: 8080 }),
      { with: { 'spec.hostNetwork': true }, accepts: port({ hostPort: 80 }) },
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    const { containers = [], initContainers = [], hostNetwork } = node.value;
    const all = new Set<string>();
    each('containers', containers, (container: any, field) =>
      countHostPorts(container, all, (at, value) =>
        report('host-port-duplicate', `${field}.ports[${at}].hostPort`, { value }),
      ),
    );
    // The server looks at each init container as if it were the only one, and names it so.
    for (const container of initContainers) {
      countHostPorts(container, new Set(), (at, value) =>
        report('host-port-duplicate', `initContainers[0].ports[${at}].hostPort`, { value }),
      );
    }
    if (hostNetwork !== true) return;
    const inPod = isInPod(node);
    containers.forEach((container: any, index: number) => {
      (container.ports ?? []).forEach(({ hostPort = 0, containerPort = 0 }: any, at: number) => {
        if ((inPod || hostPort !== 0) && hostPort !== containerPort) {
          report('host-port-mismatch', `containers[${index}].ports[${at}].hostPort`, { value: hostPort });
        }
      });
    });
  },
);

function countHostPorts(container: any, seen: Set<string>, repeated: (index: number, value: string) => void): void {
  (container.ports ?? []).forEach(({ protocol, hostIP = '', hostPort = 0 }: any, index: number) => {
    if (hostPort === 0) return;
    const value = `${protocol}/${hostIP}/${hostPort}`;
    if (seen.has(value)) repeated(index, value);
    seen.add(value);
  });
}
