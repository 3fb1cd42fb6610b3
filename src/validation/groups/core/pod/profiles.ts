import { gatesOf } from '../../../../facts';
import { dns1123Subdomain } from '../../../../values';
import { GoValue } from '../../../printing';
import { fieldChecks, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { descendingPath } from './paths';

const seccomp = podTexts('validateSeccompProfileField');
const windows = podTexts('validateWindowsSecurityContextOptions');
const SECCOMP = 'spec.containers[0].securityContext.seccompProfile';
const APP_ARMOR = 'spec.containers[0].securityContext.appArmorProfile';
const USER = 'spec.containers[0].securityContext.windowsOptions.runAsUserName';
const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const LONGEST_PATH = 4095;
const LONGEST_USER = 104;
const LONGEST_DOMAIN = 256;
const LONGEST_CREDENTIALS = 64 * 1024;

const texts = {
  'security-profile-required': seccomp.required(
    '{detail}',
    'A seccomp or AppArmor profile has a type, and one of type Localhost also names the file or profile on the node.',
    { [SECCOMP]: { type: 'Localhost' } },
    { accepts: { [SECCOMP]: { type: 'Localhost', localhostProfile: 'audit.json' } } },
  ),
  'security-profile-type': seccomp.notSupported(
    'supported values: {supported}',
    'A profile is Localhost, RuntimeDefault or Unconfined.',
    { [SECCOMP]: { type: 'Default' } },
    { accepts: { [SECCOMP]: { type: 'RuntimeDefault' } } },
  ),
  'security-profile-localhost': seccomp.invalid(
    '{detail}',
    'Only a profile of type Localhost has localhostProfile: a path below the directory of profiles for seccomp, a name without spaces around it for AppArmor.',
    { [SECCOMP]: { type: 'RuntimeDefault', localhostProfile: 'audit.json' } },
    { accepts: { [SECCOMP]: { type: 'RuntimeDefault' } } },
  ),
  'security-profile-too-long': podTexts('ValidateAppArmorProfileField').tooLong(
    { '1.30': `may not be longer than ${LONGEST_PATH}`, '1.32': `may not be more than ${LONGEST_PATH} bytes` },
    'The name of a profile is part of a path, and paths are not longer than that.',
    { [APP_ARMOR]: { type: 'Localhost', localhostProfile: 'a'.repeat(LONGEST_PATH + 1) } },
    { accepts: { [APP_ARMOR]: { type: 'Localhost', localhostProfile: 'a' } }, since: '1.30' },
  ),
  'security-windows-options': windows.invalid(
    '{detail}',
    'The user of a Windows container is USER or DOMAIN\\USER as Windows takes it, and the credential specification is a DNS subdomain or not empty and below 64 KiB.',
    { [USER]: 'a\\b\\c' },
    { accepts: { [USER]: 'ContainerUser' } },
  ),
} as const;

type ReportRule = (id: keyof typeof texts, field: string, data?: Record<string, unknown>) => void;

/** Profiles and Windows options, which a pod and its containers have alike. */
export const profileRules = {
  texts,
  check(context: any, prefix: string, minor: number, report: ReportRule): void {
    if (context.seccompProfile !== undefined) checkSeccomp(context.seccompProfile, `${prefix}seccompProfile`, report);
    if (context.windowsOptions !== undefined) checkWindows(context.windowsOptions, `${prefix}windowsOptions`, report);
    if (context.appArmorProfile !== undefined && gatesOf(minor).has('AppArmorFields')) {
      checkAppArmor(context.appArmorProfile, `${prefix}appArmorProfile`, report);
    }
  },
};

function checkType(type: string, name: string, field: string, report: ReportRule): void {
  if (type === '')
    report('security-profile-required', `${field}.type`, { detail: `type is required when ${name} is set` });
  else if (!TYPES.includes(type)) {
    report('security-profile-type', `${field}.type`, { value: type, supported: sortedValues(TYPES) });
  }
}

function checkSeccomp({ type = '', localhostProfile }: any, field: string, report: ReportRule): void {
  const { format } = fieldChecks(report);
  checkType(type, 'seccompProfile', field, report);
  const at = `${field}.localhostProfile`;
  if (type !== 'Localhost') {
    if (localhostProfile === undefined) return;
    const value = new GoValue('*core.SeccompProfile', { type, localhostProfile });
    report('security-profile-localhost', at, { value, detail: 'can only be set when seccomp type is Localhost' });
  } else if (localhostProfile === undefined) {
    report('security-profile-required', at, { detail: 'must be set when seccomp type is Localhost' });
  } else {
    format('security-profile-localhost', at, localhostProfile, descendingPath);
  }
}

function checkAppArmor({ type = '', localhostProfile }: any, field: string, report: ReportRule): void {
  checkType(type, 'appArmorProfile', field, report);
  const at = `${field}.localhostProfile`;
  if (type === 'Localhost') {
    if (localhostProfile === undefined || localhostProfile === '') {
      report('security-profile-required', at, { detail: 'must be set when AppArmor type is Localhost' });
    } else if (localhostProfile !== localhostProfile.trim()) {
      report('security-profile-localhost', at, { detail: 'must not be padded with whitespace' });
    }
    if ((localhostProfile ?? '').length > LONGEST_PATH) report('security-profile-too-long', at);
  } else if (TYPES.includes(type) && localhostProfile !== undefined) {
    report('security-profile-localhost', at, { detail: 'can only be set when AppArmor type is Localhost' });
  }
}

function checkWindows(options: any, field: string, report: ReportRule): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  const wrong = (name: string, details: readonly string[]): void => {
    for (const detail of details)
      report('security-windows-options', `${field}.${name}`, { value: options[name], detail });
  };
  if (gmsaCredentialSpecName !== undefined) wrong('gmsaCredentialSpecName', dns1123Subdomain(gmsaCredentialSpecName));
  if (gmsaCredentialSpec === '') wrong('gmsaCredentialSpec', ['gmsaCredentialSpec cannot be an empty string']);
  if ((gmsaCredentialSpec ?? '').length > LONGEST_CREDENTIALS) {
    wrong('gmsaCredentialSpec', ['gmsaCredentialSpec size must be under 64 KiB']);
  }
  if (runAsUserName !== undefined) wrong('runAsUserName', windowsUser(runAsUserName));
}

function windowsUser(text: string): string[] {
  if (text === '') return ['runAsUserName cannot be an empty string'];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\x00-\x1f\x7f]/.test(text)) return ['runAsUserName cannot contain control characters'];
  const parts = text.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  const user = parts.at(-1)!;
  return [...(parts.length === 2 ? windowsDomain(parts[0]!) : []), ...windowsUserPart(user)];
}

function windowsDomain(domain: string): string[] {
  const problems: string[] = [];
  if (domain.length >= LONGEST_DOMAIN)
    problems.push(`runAsUserName's Domain length must be under ${LONGEST_DOMAIN} characters`);
  const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
  const isDns = new RegExp(`^${label}(?:\\.${label})*$`).test(domain);
  if (!isDns && !/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain)) {
    problems.push("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
  }
  return problems;
}

function windowsUserPart(user: string): string[] {
  const problems: string[] = [];
  if (user === '') problems.push("runAsUserName's User cannot be empty");
  if (user.length > LONGEST_USER)
    problems.push(`runAsUserName's User length must not be longer than ${LONGEST_USER} characters`);
  if (/^[. ]+$/.test(user)) problems.push("runAsUserName's User cannot contain only periods or spaces");
  if (/["/\\:;|=,+*?<>@[\]]/.test(user))
    problems.push('runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]');
  return problems;
}
