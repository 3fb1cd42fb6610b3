import { fieldChecks, type Report, rules, textsFor } from '../../../rule';
import { checkPodAnnotations, compareProfiles, POD_ANNOTATION_TEXTS } from './annotations';
import { POD_TEMPLATE, podTexts } from './examples';
import { isInPod, POD_SPEC } from './pod-ancestors';

const create = podTexts('ValidatePodCreate');
const ephemeral = { 'spec.ephemeralContainers': [{ name: 'debug', image: 'busybox:1.36' }] };
const template = textsFor('ValidatePodTemplateSpec (pkg/apis/core/validation/validation.go)', POD_TEMPLATE);

/** What only a pod that is made by itself may not have. */
export const podRules = rules(
  'io.k8s.api.core.v1.Pod',
  {
    ...POD_ANNOTATION_TEXTS,
    'pod-ephemeral-containers': create.forbidden(
      'cannot be set on create',
      'Ephemeral containers are put into a running pod (kubectl debug). A new pod has none.',
      ephemeral,
    ),
    'pod-node-name-gated': create.forbidden(
      'cannot be set until all schedulingGates have been cleared',
      'A pod with scheduling gates waits to be scheduled, so it cannot have a node yet.',
      { 'spec.nodeName': 'node-1' },
      { with: { 'spec.schedulingGates': [{ name: 'example.com/wait' }] } },
    ),
    'pod-token-without-account': podTexts('validatePodMetadataAndSpec').forbidden(
      'must not be specified when serviceAccountName is not set',
      'The token belongs to a service account, so the pod must name one.',
      { 'spec.serviceAccountName': undefined },
      {
        with: {
          'spec.serviceAccountName': 'web',
          'spec.volumes': [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
        },
      },
    ),
  },
  (node, report) => {
    const { spec = {}, metadata = {} } = node.value;
    if ((spec.ephemeralContainers ?? []).length > 0) report('pod-ephemeral-containers', 'spec.ephemeralContainers');
    if (spec.nodeName && (spec.schedulingGates ?? []).length > 0) report('pod-node-name-gated', 'spec.nodeName');
    if (!spec.serviceAccountName) checkTokens(spec.volumes ?? [], report);
    checkPodAnnotations(metadata, spec, 'metadata.annotations', node.minor, report);
  },
);

function checkTokens(volumes: readonly any[], report: Report<'pod-token-without-account'>): void {
  const { each } = fieldChecks(report);
  each('spec.volumes', volumes, (volume, at) =>
    each(`${at}.projected.sources`, volume.projected?.sources, (source: any, field) => {
      if (source.serviceAccountToken === undefined) return;
      report('pod-token-without-account', `${field}.serviceAccountToken`);
    }),
  );
}

/** Annotations of a template. Its labels are checked with all metadata. */
export const podTemplateRules = rules('io.k8s.api.core.v1.PodTemplateSpec', POD_ANNOTATION_TEXTS, (node, report) => {
  const { spec = {}, metadata = {} } = node.value;
  checkPodAnnotations(metadata, spec, 'annotations', node.minor, report);
});

/** What only the spec in a template may not have; workloads whose templates the server does not look at skip it. */
export const templateSpecRules = rules(
  POD_SPEC,
  {
    'pod-annotation-mismatch': POD_ANNOTATION_TEXTS['pod-annotation-mismatch'],
    'template-ephemeral-containers': template.forbidden(
      'ephemeral containers not allowed in pod template',
      'Ephemeral containers are put into a running pod (kubectl debug). A template has none.',
      { 'template.spec.ephemeralContainers': [{ name: 'debug', image: 'busybox:1.36' }] },
    ),
  },
  (node, report) => {
    if (node.parent?.definition === 'io.k8s.api.core.v1.PodTemplateSpec') {
      if ((node.value.ephemeralContainers ?? []).length > 0) {
        report('template-ephemeral-containers', 'ephemeralContainers');
      }
    }
    const annotations = node.parent?.value.metadata?.annotations ?? {};
    compareProfiles(annotations, node.value, node.minor, isInPod(node), report);
  },
);
