import { labelSelectorProblems } from '../../../../values';
import { objectFieldSelector, resourceFieldSelector, VOLUME_FIELD_PATHS } from './field-selectors';
import { fileMode, invalid, isEmpty, keysToPaths, required, unreserved } from './volume-fields';
import type { TellVolume } from './volume-texts';

const LEAST_TOKEN_SECONDS = 600;

/** One file of the downward API; the server names the volume, not the file, in its path. */
export function downwardFile(file: any, minor: number, field: string, tell: TellVolume): void {
  required(file, ['path'], field, tell);
  unreserved(file.path, `${field}.path`, tell);
  if (file.fieldRef !== undefined) {
    objectFieldSelector(file.fieldRef, VOLUME_FIELD_PATHS, minor, `${field}.fieldRef`, tell);
    if (file.resourceFieldRef !== undefined) {
      invalid(['fieldRef and resourceFieldRef can not be specified simultaneously'], 'resource', field, tell);
    }
  } else if (file.resourceFieldRef !== undefined) {
    resourceFieldSelector(file.resourceFieldRef, true, `${field}.resourceFieldRef`, tell);
  } else tell('volume-source-required', field, { detail: 'one of fieldRef and resourceFieldRef is required' });
  fileMode(file.mode, `${field}.mode`, tell);
}

/** A volume made of several others. */
export function projectedVolume(projected: any, minor: number, field: string, tell: TellVolume): void {
  fileMode(projected.defaultMode, `${field}.defaultMode`, tell);
  const paths = new Set<string>();
  const take = (path: string | undefined): void => {
    if (path === undefined || path === '') return;
    if (paths.has(path)) tell('projected-paths-conflict', field, { value: path });
    paths.add(path);
  };
  (projected.sources ?? []).forEach((source: any, index: number) => {
    const place = `${field}.sources[${index}]`;
    for (const kind of ['secret', 'configMap']) {
      if (source[kind] === undefined) continue;
      required(source[kind], ['name'], `${place}.${kind}`, tell);
      keysToPaths(source[kind].items, `${place}.${kind}`, tell);
      for (const { path } of source[kind].items ?? []) take(path);
    }
    for (const file of source.downwardAPI?.items ?? []) {
      downwardFile(file, minor, `${place}.downwardAPI`, tell);
      take(file.path);
    }
    if (source.serviceAccountToken !== undefined) token(source.serviceAccountToken, minor, field, place, tell);
    if (source.clusterTrustBundle !== undefined) {
      trustBundle(source.clusterTrustBundle, `${place}.clusterTrustBundle`, tell);
      take(source.clusterTrustBundle.path);
    }
    const kinds = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];
    if (kinds.filter((kind) => source[kind] !== undefined).length > 1) tell('projected-several-sources', place);
  });
}

function token(source: any, minor: number, field: string, place: string, tell: TellVolume): void {
  const { expirationSeconds = 3600, path } = source;
  const expiry = `${place}.serviceAccountToken.expirationSeconds`;
  if (expirationSeconds < LEAST_TOKEN_SECONDS) {
    tell('projected-token-expiry', expiry, { value: expirationSeconds, detail: 'less than 10 minutes' });
  }
  if (expirationSeconds > 2 ** 32) {
    tell('projected-token-expiry', expiry, { value: expirationSeconds, detail: 'larger than 2^32 seconds' });
  }
  if (isEmpty(path)) tell('volume-source-required', `${field}.path`, { detail: '' });
  else if (minor >= 30) unreserved(path, `${field}.path`, tell);
}

function trustBundle(bundle: any, field: string, tell: TellVolume): void {
  const { name, signerName, labelSelector } = bundle;
  if (name !== undefined && signerName !== undefined) {
    invalid(['only one of name and signerName may be used'], undefined, field, tell);
  } else if (name !== undefined) {
    if (name === '') tell('volume-source-required', `${field}.name`, { detail: 'must be a valid object name' });
    if (labelSelector !== undefined) {
      const detail = 'labelSelector must be unset if name is specified';
      invalid([detail], undefined, `${field}.labelSelector`, tell);
    }
  } else if (signerName !== undefined) {
    for (const problem of labelSelectorProblems(labelSelector)) {
      invalid([problem.message], problem.value, `${field}.labelSelector.${problem.field}`, tell);
    }
  } else tell('volume-source-required', field, { detail: 'either name or signerName must be specified' });
  required(bundle, ['path'], field, tell);
  unreserved(bundle.path, `${field}.path`, tell);
}
