import { containersOf, gatesOf } from '../../../../facts';
import { rules, textsFor } from '../../../rule';
import { APP_ARMOR } from './annotations';
import { POD } from './examples';
import { isInPod } from './pod-ancestors';

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const USE_SECCOMP = 'non-functional in v1.27+; use the "seccompProfile" field instead';
const DEPRECATED: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': 'non-functional in v1.16+; use the "priorityClassName" field instead',
  'security.alpha.kubernetes.io/sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
  'security.alpha.kubernetes.io/unsafe-sysctls': 'non-functional in v1.11+; use the "sysctls" field instead',
};

/** Annotations of pods that fields have taken the place of. */
export const podAnnotationWarningRules = rules(
  ['io.k8s.api.core.v1.Pod', 'io.k8s.api.core.v1.PodTemplateSpec'],
  {
    'pod-annotation-deprecated': textsFor('warningsForPodSpecAndMeta (pkg/api/pod/warnings.go)', POD).warning(
      '{detail}',
      'The annotation was replaced by a field and no longer has an effect. Use the field.',
      { 'metadata.annotations': { [SECCOMP_POD]: 'runtime/default' } },
    ),
  },
  (node, report) => {
    const annotations: Record<string, string> = node.value.metadata?.annotations ?? {};
    const { spec = {} } = node.value;
    const deprecated = (key: string, detail: string): void => {
      if (Object.hasOwn(annotations, key))
        report('pod-annotation-deprecated', `metadata.annotations[${key}]`, { detail });
    };
    for (const [key, detail] of Object.entries(DEPRECATED)) deprecated(key, detail);
    if (spec.securityContext?.seccompProfile === undefined) deprecated(SECCOMP_POD, USE_SECCOMP);
    const isWindowsPod = isInPod(node) && spec.os?.name === 'windows';
    for (const { container } of containersOf(spec)) {
      const context = container.securityContext ?? {};
      if (context.seccompProfile === undefined) deprecated(SECCOMP_CONTAINER + container.name, USE_SECCOMP);
      const key = APP_ARMOR + container.name;
      if (
        gatesOf(node.minor).has('AppArmorFields') &&
        !isWindowsPod &&
        context.appArmorProfile === undefined &&
        !isSame(annotations[key], spec.securityContext)
      ) {
        deprecated(key, 'deprecated since v1.30; use the "appArmorProfile" field instead');
      }
    }
  },
);

/** Whether the annotation says what the pod says for all its containers. */
function isSame(annotation: string | undefined, context: any): boolean {
  const profile = context?.appArmorProfile;
  switch (profile?.type) {
    case 'Unconfined':
      return annotation === 'unconfined';
    case 'RuntimeDefault':
      return annotation === 'runtime/default';
    case 'Localhost':
      return annotation === `localhost/${profile.localhostProfile}`;
    default:
      return false;
  }
}
