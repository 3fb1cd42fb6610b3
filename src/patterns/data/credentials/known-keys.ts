import { Construct } from 'constructs';
import { apiObjectOf } from '../../../overlay';
import { checkText, nameOf, type ObjectReference } from '../../../pod';
import type { ReportIssue } from '../../../props';
import { configMapKey, didYouMean, dns1123Subdomain } from '../../../values';
import { CREDENTIALS, type CredentialKeys, USUAL_KEYS } from './credential-keys';

/** Checks the names of keys, and that they exist if this program creates the Secret. */
export function checkKeys(secret: ObjectReference, keys: CredentialKeys, reportIssue: ReportIssue): void {
  if (typeof secret === 'string') checkText(reportIssue, 'secret', secret, dns1123Subdomain);
  const known = keysOf(secret);
  for (const credential of CREDENTIALS) {
    const key = keys[credential];
    if (key === undefined) continue;
    checkText(reportIssue, credential, key, configMapKey);
    if (known === undefined || known.includes(key)) continue;
    const there = known.map((other) => JSON.stringify(other)).join(', ') || 'none';
    reportIssue(
      credential,
      `Secret ${JSON.stringify(nameOf(secret))} has no key ${JSON.stringify(key)}; it has ${there}`,
      didYouMean(key, known),
    );
  }
}

/** The default keys that the Secret contains, as far as this program knows it. */
export function usualKeysOf(secret: ObjectReference): CredentialKeys {
  const known = keysOf(secret);
  const there = CREDENTIALS.filter((credential) => known?.includes(USUAL_KEYS[credential]) ?? true);
  return Object.fromEntries(there.map((credential) => [credential, USUAL_KEYS[credential]]));
}

/** Keys of a Secret construct; undefined for a name, because its keys are unknown. */
export function keysOf(secret: ObjectReference): readonly string[] | undefined {
  if (!Construct.isConstruct(secret)) return undefined;
  const apiObject = apiObjectOf(secret);
  if (apiObject?.kind !== 'Secret') return undefined;
  const { data = {}, stringData = {} } = apiObject.toJson();
  return Object.keys({ ...data, ...stringData }).sort();
}
