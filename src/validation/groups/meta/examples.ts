import { textsFor } from '../../rule';

/** The smallest object that is nothing but metadata. */
export const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };

export const metadataTexts = (check: string) =>
  textsFor(`${check} (apimachinery pkg/api/validation/objectmeta.go)`, CONFIG_MAP);
