import { POD_SECURITY_LEVELS } from '../facts';
import { checkDns, checkPeers, isPeer, type NetworkPeer, Peer } from '../network';
import { checkOneOf, checkText, checkTopologySpread, nameOf, under } from '../pod';
import { checkDefinition, type ReportIssue } from '../props';
import { dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../values';
import { checkIssuer } from './issuer';
import type { IngressDefaults, PlatformProps } from './platform-props';
import { checkRegistry } from './registry';

/** Reports everything that is wrong with the defaults of a platform; returns whether they can be used. */
export function checkPlatform(props: PlatformProps, reportIssue: ReportIssue): boolean {
  let isUsable = true;
  const report: ReportIssue = (prop, message, hint) => {
    isUsable = false;
    reportIssue(prop, message, hint);
  };
  const wrong = checkDefinition('PlatformProps', props);
  for (const { prop, message, hint } of wrong) report(prop, message, hint);
  // A value of the wrong type is not looked at again.
  const isWrong = (key: string) =>
    wrong.some(({ prop }) => prop === key || prop.startsWith(`${key}.`) || prop.startsWith(`${key}[`));
  const usable = Object.fromEntries(Object.entries(Object(props)).filter(([key]) => !isWrong(key)));
  checkValues(usable, report);
  return isUsable;
}

function checkValues(props: PlatformProps, reportIssue: ReportIssue): void {
  if (props.dns !== undefined) checkDns(props.dns, under(reportIssue, 'dns'));
  checkRegistry(props.registry, under(reportIssue, 'registry'));
  if (Array.isArray(props.imagePullSecrets)) {
    for (const [index, secret] of props.imagePullSecrets.entries()) {
      checkText(reportIssue, `imagePullSecrets[${index}]`, nameOf(secret), dns1123Subdomain);
    }
  }
  for (const key of ['storageClassName', 'priorityClassName'] as const) {
    const value = props[key];
    if (value !== undefined && value !== false) checkText(reportIssue, key, nameOf(value), dns1123Subdomain);
  }
  for (const key of ['labels', 'podLabels', 'annotations', 'podAnnotations'] as const) {
    for (const [name, value] of Object.entries(props[key] ?? {})) {
      const isLabel = key === 'labels' || key === 'podLabels';
      checkText(reportIssue, key, name, (text) => qualifiedName(isLabel ? text : text.toLowerCase()));
      if (isLabel && value !== false) checkText(reportIssue, `${key}.${name}`, value, labelValue);
    }
  }
  if (props.topologySpread !== undefined) {
    checkTopologySpread(props.topologySpread, reportIssue);
  }
  checkOneOf(reportIssue, 'podSecurity', props.podSecurity, POD_SECURITY_LEVELS);
  if (props.ingress !== undefined) checkIngressDefaults(props.ingress, under(reportIssue, 'ingress'));
}

function checkIngressDefaults({ className, issuer, from }: IngressDefaults, reportIssue: ReportIssue): void {
  if (typeof className === 'string') checkText(reportIssue, 'className', className, dns1123Subdomain);
  if (issuer !== undefined && issuer !== false) checkIssuer(issuer, reportIssue, 'issuer');
  const peers = peersOf(from);
  if (peers?.length === 0)
    reportIssue('from', 'must list at least one peer', 'use Peer.namespace("ingress-nginx"), for example');
  if (peers !== undefined) checkPeers(peers, under(reportIssue, 'from'));
  if (typeof from === 'object' && 'namespace' in from && !isPeer(from)) {
    checkText(reportIssue, 'from.namespace', String(from.namespace), dns1123Label);
  }
}

/** The peers that may reach pods behind an Ingress; a namespace by name, as values files have it, is one. */
export function peersOf(from: IngressDefaults['from']): readonly NetworkPeer[] | undefined {
  if (from === undefined || from === false) return undefined;
  if (Array.isArray(from)) return from;
  return [isPeer(from) ? from : Peer.namespace((from as { readonly namespace: string }).namespace)];
}
