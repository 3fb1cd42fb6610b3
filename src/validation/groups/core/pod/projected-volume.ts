import { hasChange } from '../../../../facts';
import { labelSelectorProblems } from '../../../../values';
import { fieldChecks } from '../../../rule';
import { objectFieldSelector, resourceFieldSelector, VOLUME_FIELD_PATHS } from './field-selectors';
import { fileMode, invalid, isEmpty, keysToPaths, required, unreserved } from './volume-fields';
import type { ReportVolume } from './volume-texts';

const LEAST_TOKEN_SECONDS = 600;

/** One file of the downward API; the server names the volume, not the file, in its path. */
export function downwardFile(file: any, minor: number, field: string, report: ReportVolume): void {
  required(file, ['path'], field, report);
  unreserved(file.path, `${field}.path`, report);
  if (file.fieldRef !== undefined) {
    objectFieldSelector(file.fieldRef, VOLUME_FIELD_PATHS, minor, `${field}.fieldRef`, report);
    if (file.resourceFieldRef !== undefined) {
      invalid(['fieldRef and resourceFieldRef can not be specified simultaneously'], 'resource', field, report);
    }
  } else if (file.resourceFieldRef !== undefined) {
    resourceFieldSelector(file.resourceFieldRef, true, `${field}.resourceFieldRef`, report);
  } else report('volume-source-required', field, { detail: 'one of fieldRef and resourceFieldRef is required' });
  fileMode(file.mode, `${field}.mode`, report);
}

/** A volume made of several others. */
export function projectedVolume(projected: any, minor: number, field: string, report: ReportVolume): void {
  const { each } = fieldChecks(report);
  fileMode(projected.defaultMode, `${field}.defaultMode`, report);
  const paths = new Set<string>();
  // The server shows the name of the Secret or ConfigMap, and the path where there is none.
  const take = (path: string | undefined, value = path): void => {
    if (path === undefined || path === '') return;
    if (paths.has(path)) report('projected-paths-conflict', field, { value });
    paths.add(path);
  };
  each(`${field}.sources`, projected.sources, (source: any, node) => {
    for (const kind of ['secret', 'configMap']) {
      if (source[kind] === undefined) continue;
      required(source[kind], ['name'], `${node}.${kind}`, report);
      keysToPaths(source[kind].items, `${node}.${kind}`, report);
      for (const { path } of source[kind].items ?? []) take(path, source[kind].name ?? '');
    }
    for (const file of source.downwardAPI?.items ?? []) {
      downwardFile(file, minor, `${node}.downwardAPI`, report);
      take(file.path);
    }
    if (source.serviceAccountToken !== undefined) token(source.serviceAccountToken, minor, field, node, report);
    if (source.clusterTrustBundle !== undefined) {
      trustBundle(source.clusterTrustBundle, `${node}.clusterTrustBundle`, report);
      take(source.clusterTrustBundle.path);
    }
    const kinds = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'];
    if (kinds.filter((kind) => source[kind] !== undefined).length > 1) report('projected-several-sources', node);
  });
}

function token(source: any, minor: number, field: string, node: string, report: ReportVolume): void {
  const { expirationSeconds = 3600, path } = source;
  const expiry = `${node}.serviceAccountToken.expirationSeconds`;
  if (expirationSeconds < LEAST_TOKEN_SECONDS) {
    report('projected-token-expiry', expiry, { value: expirationSeconds, detail: 'less than 10 minutes' });
  }
  if (expirationSeconds > 2 ** 32) {
    report('projected-token-expiry', expiry, { value: expirationSeconds, detail: 'larger than 2^32 seconds' });
  }
  if (isEmpty(path)) report('volume-source-required', `${field}.path`, { detail: '' });
  else if (hasChange(minor, 'TokenPath')) unreserved(path, `${field}.path`, report);
}

function trustBundle(bundle: any, field: string, report: ReportVolume): void {
  const { name, signerName, labelSelector } = bundle;
  if (name !== undefined && signerName !== undefined) {
    invalid(['only one of name and signerName may be used'], undefined, field, report);
  } else if (name !== undefined) {
    if (name === '') report('volume-source-required', `${field}.name`, { detail: 'must be a valid object name' });
    if (labelSelector !== undefined) {
      const detail = 'labelSelector must be unset if name is specified';
      invalid([detail], undefined, `${field}.labelSelector`, report);
    }
  } else if (signerName !== undefined) {
    for (const detail of labelSelectorProblems(labelSelector)) {
      invalid([detail.message], detail.value, `${field}.labelSelector.${detail.field}`, report);
    }
  } else report('volume-source-required', field, { detail: 'either name or signerName must be specified' });
  required(bundle, ['path'], field, report);
  unreserved(bundle.path, `${field}.path`, report);
}
