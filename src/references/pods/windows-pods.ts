import { containersOf, WINDOWS_HAS_NO } from '../../facts';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const onNodes = (os: string) =>
  deployment({}, {}, { nodeSelector: { 'kubernetes.io/os': os }, securityContext: { fsGroup: 1000 } });

/** The server refuses these fields in a pod with `os.name: windows`; with a nodeSelector alone it accepts them. */
export const windowsSecurityContext: ReferenceRule = {
  id: 'windows-security-context',
  isConflict: true,
  severity: 'warning',
  message: 'nodes with Windows do not support securityContext.fsGroup',
  why: 'The pod is for nodes with Windows, which have no users by number, file modes, capabilities, SELinux or seccomp. The kubelet ignores the field, or does not start the container.',
  hint: 'remove the field, and set os.name to windows, so that the server refuses such fields; use securityContext.windowsOptions',
  source: 'https://kubernetes.io/docs/concepts/windows/intro/#compatibility-v1-pod-spec-containers-securitycontext',
  refused: [onNodes('windows')],
  accepted: [onNodes('linux')],
  on: 'pod',
  check: (subject) => {
    const { pod } = subject as Workload;
    // With os.name the server has its own answer.
    if (pod.spec.nodeSelector?.['kubernetes.io/os'] !== 'windows' || pod.spec.os !== undefined) return [];
    const of = (context: any, names: readonly string[], prefix: string) =>
      names.filter((name) => context?.[name] !== undefined).map((name) => `${prefix}securityContext.${name}`);
    const { podSecurityContext, securityContext } = WINDOWS_HAS_NO;
    const fields = [
      ...of(pod.spec.securityContext, podSecurityContext, ''),
      ...containersOf(pod.spec).flatMap(({ container, field }) =>
        of(container.securityContext, securityContext, `${field}.`),
      ),
    ];
    return fields.map(
      (field): Dangling => ({
        field: `${pod.specPath}.${field}`,
        message: `nodes with Windows do not support ${field.slice(field.indexOf('securityContext'))}`,
        certainty: 'likely',
      }),
    );
  },
};
