import type { IConstruct } from 'constructs';
import { containersOf, podTemplateOf } from '../facts';
import { nameOf } from '../pod';
import { platformOf } from './platform';
import type { PlatformProps } from './platform-props';
import { mirroredImage } from './registry';

/**
 * Completes a rendered manifest by the defaults of the scope of its construct, in place: fields that it does not have, and the registry of
 * all its images. It runs after mixins and overlays, so that it finds what they add, on objects of this package and on all others.
 */
export function withPlatformDefaults<Manifest>(construct: IConstruct, manifest: Manifest): Manifest {
  const props = platformOf(construct);
  if (Object.keys(props).length === 0 || typeof manifest !== 'object' || manifest === null) return manifest;
  const object = manifest as any;
  object.metadata ??= {};
  addEntries(object.metadata, 'labels', props.labels);
  addEntries(object.metadata, 'annotations', props.annotations);
  completeClaims(object, props);
  completePod(object, props);
  return manifest;
}

function completePod(object: any, props: PlatformProps): void {
  const pod = podTemplateOf(object);
  if (pod === undefined) return;
  const { spec, metadata } = pod;
  addEntries(metadata, 'labels', { ...props.labels, ...props.podLabels });
  addEntries(metadata, 'annotations', props.podAnnotations);
  if (Object.keys(metadata).length > 0 && pod.path !== '') templateOf(object, pod.path).metadata = metadata;
  const { registry, priorityClassName, imagePullSecrets } = props;
  for (const { container } of containersOf(spec)) {
    if (typeof container.image === 'string') container.image = mirroredImage(container.image, registry);
  }
  for (const volume of Array.isArray(spec.volumes) ? spec.volumes : []) {
    const image = volume?.image?.reference;
    if (typeof image === 'string') volume.image.reference = mirroredImage(image, registry);
    completeClaim(volume?.ephemeral?.volumeClaimTemplate?.spec, props);
  }
  if (priorityClassName && spec.priorityClassName === undefined && spec.priority === undefined) {
    spec.priorityClassName = nameOf(priorityClassName);
  }
  if (imagePullSecrets && imagePullSecrets.length > 0 && spec.imagePullSecrets === undefined) {
    spec.imagePullSecrets = imagePullSecrets.map((secret) => ({ name: nameOf(secret) }));
  }
}

function templateOf(object: any, path: string): any {
  return path.split('.').reduce((value, key) => value[key], object);
}

function completeClaims(object: any, props: PlatformProps): void {
  if (object.apiVersion === 'v1' && object.kind === 'PersistentVolumeClaim') completeClaim(object.spec, props);
  if (object.kind !== 'StatefulSet' || !Array.isArray(object.spec?.volumeClaimTemplates)) return;
  for (const template of object.spec.volumeClaimTemplates) completeClaim(template?.spec, props);
}

/** A claim for one volume must have its class, which need not be the default. */
function completeClaim(spec: any, { storageClassName }: PlatformProps): void {
  if (!storageClassName || typeof spec !== 'object' || spec === null) return;
  if (spec.storageClassName === undefined && spec.volumeName === undefined)
    spec.storageClassName = nameOf(storageClassName);
}

/** Adds the entries that are not there; an object gets no empty map. */
function addEntries(metadata: any, field: 'labels' | 'annotations', entries: PlatformProps['labels'] = {}): void {
  for (const [key, value] of Object.entries(entries)) {
    if (value === false || metadata[field]?.[key] !== undefined) continue;
    metadata[field] = { ...metadata[field], [key]: value };
  }
}
