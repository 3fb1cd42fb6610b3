import { containersOf, gatesOf } from '../../../../facts';
import type { Report } from '../../../rule';
import { podTexts } from './examples';
import { descendingPath } from './paths';
import { checkToleration, TOLERATION_TEXTS } from './tolerations';

/** Prefix of the annotations that named AppArmor profiles before there was a field; the name of the container follows. */
export const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const LOCALHOST = 'localhost/';
const INT32 = 2147483647;

const annotations = podTexts('ValidatePodSpecificAnnotations');
const annotated = (key: string, value: string) => ({ 'metadata.annotations': { [key]: value } });

export const POD_ANNOTATION_TEXTS = {
  'pod-annotation-value': annotations.invalid(
    '{detail}',
    'Some annotations of a pod mean something to Kubernetes, and their values must be what it expects: a 32-bit number for the deletion cost, a profile for seccomp and AppArmor.',
    annotated(DELETION_COST, 'cheap'),
    { accepts: annotated(DELETION_COST, '10') },
  ),
  'pod-annotation-mismatch': podTexts('validateSeccompAnnotationsAndFields').forbidden(
    '{profile} in annotation and field must match',
    'The old annotation and the new field say different things about the same profile. Drop the annotation.',
    annotated(SECCOMP_POD, 'unconfined'),
    { with: { 'spec.securityContext': { seccompProfile: { type: 'RuntimeDefault' } } } },
  ),
  ...TOLERATION_TEXTS,
} as const;

type ReportRule = Report<keyof typeof POD_ANNOTATION_TEXTS>;

/**
 * Checks annotations that stand for fields.
 *
 * @param path of the annotations in the server's answers: it leaves out the metadata of a template.
 */
export function checkPodAnnotations(metadata: any, spec: any, path: string, minor: number, report: ReportRule): void {
  const own: Record<string, string> = metadata.annotations ?? {};
  const wrong = (field: string, value: string, messages: readonly string[]): void => {
    for (const detail of messages) report('pod-annotation-value', field, { value, detail });
  };
  if (Object.hasOwn(own, MIRROR) && !spec.nodeName) {
    wrong(`${path}[${MIRROR}]`, own[MIRROR]!, ['must set spec.nodeName if mirror pod annotation is set']);
  }
  if (own[TOLERATIONS]) {
    const tolerations = tolerationsOf(own[TOLERATIONS]);
    if (tolerations === undefined) wrong(path, TOLERATIONS, ['must be a list of tolerations in JSON']);
    tolerations?.forEach((each, index) => {
      checkToleration(each, `${path}.${TOLERATIONS}[${index}].`, minor, report);
    });
  }
  const cost = own[DELETION_COST];
  if (cost !== undefined && !isDeletionCost(cost))
    wrong(`${path}[${DELETION_COST}]`, cost, ['must be a 32bit integer']);
  for (const [key, value] of Object.entries(own)) {
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) wrong(`${path}.${key}`, value, seccompProfile(value));
    if (!key.startsWith(APP_ARMOR)) continue;
    const name = key.slice(APP_ARMOR.length);
    if (!containersOf(spec).some(({ container }) => (container.name ?? '') === name)) {
      wrong(`${path}[${key}]`, name, ['container not found']);
    }
    if (value !== '' && value !== LOCALHOST && !isAppArmorProfile(value)) {
      wrong(`${path}[${key}]`, value, [`invalid AppArmor profile name: ${JSON.stringify(value)}`]);
    }
  }
}

const TOLERATION_FIELDS = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];

/** What Go decodes as a list of tolerations: null stands for nothing, and unknown fields are ignored. */
function tolerationsOf(json: string): readonly object[] | undefined {
  try {
    const list = JSON.parse(json) ?? [];
    const decoded = Array.isArray(list) ? list.map(decodedToleration) : [undefined];
    return decoded.every((each) => each !== undefined) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** Go finds the fields of this struct whatever the case of their letters. */
function decodedToleration(value: unknown): object | undefined {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const known = TOLERATION_FIELDS.find((other) => other.toLowerCase() === name.toLowerCase());
    if (known === undefined || field === null) continue;
    if (known === 'tolerationSeconds' ? !Number.isSafeInteger(field) : typeof field !== 'string') return undefined;
    fields[known] = field;
  }
  return fields;
}

/** As Go's `strconv.ParseInt` with 32 bits; the server refuses a plus sign and leading zeros, but not those after a minus. */
function isDeletionCost(text: string): boolean {
  return /^(?:0|-[0-9]+|[1-9][0-9]*)$/.test(text) && Number(text) >= -INT32 - 1 && Number(text) <= INT32;
}

function isAppArmorProfile(annotation: string): boolean {
  return /^(?:runtime\/default|unconfined|localhost\/.+)$/s.test(annotation);
}

function seccompProfile(value: string): string[] {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(value)) return [];
  return value.startsWith(LOCALHOST)
    ? descendingPath(value.slice(LOCALHOST.length))
    : ['must be a valid seccomp profile'];
}

/**
 * Compares the old annotations about profiles with the fields that took their place; paths begin at the pod spec.
 *
 * @param isPod The server copies AppArmor annotations of a Pod, not of a template, to containers without a profile
 */
export function compareProfiles(
  own: Record<string, string>,
  spec: any,
  minor: number,
  isPod: boolean,
  report: Report<'pod-annotation-mismatch'>,
): void {
  const compare = (annotation: string | undefined, profile: any, field: string, name: string): void => {
    if (annotation === undefined || profile === undefined) return;
    const at = mismatch(annotation, profile, name === 'seccomp');
    if (at === undefined) return;
    report('pod-annotation-mismatch', `${field}.${at}`, { profile: `${name} ${at === 'type' ? at : 'profile'}` });
  };
  const ofPod = spec.securityContext ?? {};
  compare(own[SECCOMP_POD], ofPod.seccompProfile, 'securityContext.seccompProfile', 'seccomp');
  for (const { container, field } of containersOf(spec)) {
    const context = container.securityContext ?? {};
    const at = `${field}.securityContext`;
    compare(own[SECCOMP_CONTAINER + container.name], context.seccompProfile, `${at}.seccompProfile`, 'seccomp');
    if (!gatesOf(minor).has('AppArmorFields') || spec.os?.name === 'windows') continue;
    const annotation = own[APP_ARMOR + container.name];
    const isCopied = isPod && annotation !== undefined && isAppArmorProfile(annotation);
    const profile = context.appArmorProfile ?? (isCopied ? undefined : ofPod.appArmorProfile);
    compare(annotation, profile, `${at}.appArmorProfile`, 'apparmor');
  }
}

function mismatch(annotation: string, profile: any, isSeccomp: boolean): 'type' | 'localhostProfile' | undefined {
  switch (profile.type) {
    case 'Unconfined':
      return annotation === 'unconfined' ? undefined : 'type';
    case 'RuntimeDefault':
      return annotation === 'runtime/default' || (isSeccomp && annotation === 'docker/default') ? undefined : 'type';
    case 'Localhost':
      if (!annotation.startsWith(LOCALHOST)) return 'type';
      return annotation.slice(LOCALHOST.length) === profile.localhostProfile ? undefined : 'localhostProfile';
    default:
      return undefined;
  }
}
