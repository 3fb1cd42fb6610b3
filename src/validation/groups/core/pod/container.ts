import { IMAGE_PULL_POLICIES, TERMINATION_MESSAGE_POLICIES } from '../../../../facts';
import { dns1123Label } from '../../../../values';
import { fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { CONTAINERS, isInPod, isSidecar, podSpecOf, roleOf } from './pod-ancestors';

const common = podTexts('validateContainerCommon');
const containers = podTexts('validateContainers');
const init = podTexts('validateInitContainers');
const onlyForPod = podTexts('validateContainerOnlyForPod');

const second = (name: string) => ({ 'spec.containers[1]': { name, image: 'busybox:1.36' } });
const initContainer = { with: { 'spec.initContainers': [{ name: 'setup', image: 'busybox:1.36' }] } };

/** Name, image and policies of a container, and what init containers may not have. */
export const containerRules = rules(
  CONTAINERS,
  {
    'container-name-required': common.required(
      '',
      'Every container of a pod needs a name, by which logs, mounts of others and patches find it.',
      { 'spec.containers[0].name': undefined },
    ),
    'container-name-format': common.invalid(
      '{detail}',
      'The name of a container is a DNS label: at most 63 lowercase letters, digits and dashes, with a letter or digit at both ends.',
      { 'spec.containers[0].name': 'Web_1' },
    ),
    'container-name-duplicate': containers.duplicate(
      '',
      'No two containers of a pod share a name, be they init containers, ephemeral containers or regular ones.',
      second('web'),
      { accepts: second('log') },
    ),
    'container-image-required': common.required(
      '',
      'A container without an image has nothing to run. Name the image and its tag.',
      { 'spec.containers[0].image': undefined },
    ),
    'container-image-whitespace': onlyForPod.invalid(
      'must not have leading or trailing whitespace',
      'No registry has an image whose name begins or ends with a space. In a pod template the server lets it pass, and the pods then fail.',
      { 'spec.containers[0].image': 'nginx:1.27 ' },
    ),
    'container-policy': common.notSupported(
      'supported values: {supported}',
      'The policy is one of the supported values; case matters.',
      { 'spec.containers[0].imagePullPolicy': 'Allways' },
      { accepts: { 'spec.containers[0].imagePullPolicy': 'Always' } },
    ),
    'init-container-hooks': init.forbidden(
      'may not be set for init containers without restartPolicy=Always',
      'A plain init container runs to its end before the next one begins, so there is nothing to probe and no life to hook into. Only sidecars (restartPolicy: Always) have probes and lifecycle hooks.',
      { 'spec.initContainers[0].livenessProbe': { tcpSocket: { port: 80 } } },
      initContainer,
    ),
    'ephemeral-container-target': podTexts('validateEphemeralContainers').notFound(
      '',
      'An ephemeral container joins the processes of the container that targetContainerName names, so that container must be there.',
      { 'spec.ephemeralContainers': [{ name: 'debug', image: 'busybox:1.36', targetContainerName: 'no' }] },
      { alongside: ['pod-ephemeral-containers'] },
    ),
    'ephemeral-container-field': podTexts('validateEphemeralContainers').forbidden(
      'cannot be set for an Ephemeral Container',
      'An ephemeral container is put into a running pod to look at it. It has no ports, probes, resources or hooks.',
      { 'spec.ephemeralContainers': [{ name: 'debug', image: 'busybox:1.36', ports: [{ containerPort: 80 }] }] },
      { alongside: ['pod-ephemeral-containers'] },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const { name = '', image = '', imagePullPolicy, terminationMessagePolicy } = node.value;
    const role = roleOf(node);
    if (required('container-name-required', 'name', name)) format('container-name-format', 'name', name, dns1123Label);
    if (isTaken(node.value, role, podSpecOf(node))) report('container-name-duplicate', 'name', { value: name });
    required('container-image-required', 'image', image);
    if ((isInPod(node) || role === 'ephemeralContainers') && image !== image.trim()) {
      report('container-image-whitespace', 'image', { value: image });
    }
    oneOf('imagePullPolicy', imagePullPolicy, sortedValues(IMAGE_PULL_POLICIES), report);
    oneOf('terminationMessagePolicy', terminationMessagePolicy, TERMINATION_MESSAGE_POLICIES, report);
    if (role === 'initContainers' && !isSidecar(node.value)) {
      for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        if (node.value[field] === undefined) continue;
        report('init-container-hooks', field);
        node.skip(field);
      }
    }
    if (role === 'ephemeralContainers')
      checkEphemeral(node.value, podSpecOf(node), report, (field) => node.skip(field));
  },
);

function oneOf(
  field: string,
  value: string | undefined,
  allowed: readonly string[],
  report: Report<'container-policy'>,
): void {
  if (value !== undefined && !allowed.includes(value)) report('container-policy', field, { value, supported: allowed });
}

/** Whether a container before this one, in the order in which the server looks at them, has the name. */
function isTaken(container: any, role: string, spec: any): boolean {
  const earlier = (list: string): any[] => (spec[list] ?? []).slice(0, (spec[list] ?? []).indexOf(container));
  const { name = '' } = container;
  if (role === 'containers') return earlier('containers').some((other) => (other.name ?? '') === name);
  const inits = role === 'initContainers' ? earlier('initContainers') : (spec.initContainers ?? []);
  const others = [...(spec.containers ?? []), ...(role === 'initContainers' ? [] : earlier('ephemeralContainers'))];
  return (
    others.some((other) => (other.name ?? '') === name) ||
    inits.some((other: any) => (other.name ?? '') === name && (name !== '' || role !== 'initContainers'))
  );
}

const NOT_EPHEMERAL = [
  'ports',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'resizePolicy',
  'restartPolicy',
];

function checkEphemeral(
  container: any,
  spec: any,
  report: Report<'ephemeral-container-target' | 'ephemeral-container-field'>,
  skip: (field: string) => void,
): void {
  const { each } = fieldChecks(report);
  const { targetContainerName = '', resources = {}, volumeMounts = [] } = container;
  const others = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  if (targetContainerName !== '' && !others.some(({ name }) => name === targetContainerName)) {
    report('ephemeral-container-target', 'targetContainerName', { value: targetContainerName });
  }
  for (const field of [...NOT_EPHEMERAL, 'restartPolicyRules']) {
    if (container[field] !== undefined) report('ephemeral-container-field', field);
    if (/Probe$|^lifecycle$/.test(field)) skip(field);
  }
  if (Object.keys(resources).length > 0) report('ephemeral-container-field', 'resources');
  each('volumeMounts', volumeMounts, (mount: any, at) => {
    for (const field of ['subPath', 'subPathExpr']) {
      if (mount[field]) report('ephemeral-container-field', `${at}.${field}`);
    }
  });
}
