import { isKind, NEWEST_VERSION } from '../facts';
import { type InputObject, inputOf } from '../findings';
import { definedIn, type Fields, isFields, planUpdate } from '../upgrade';
import { ownField, setOwnField } from '../values';
import { comparableOf } from './comparable';
import type { DiffOptions } from './types';

/** Stands for a value that the server chooses. */
const GENERATED = '<generated>';
const METADATA = ['uid', 'resourceVersion', 'creationTimestamp'];
const SPEC = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];
/** Of a CertificateSigningRequest: who sends it. */
const SENDER = ['username', 'uid', 'groups'];
/** Written by the server and by controllers at any time. */
const NOT_SHOWN = ['status'];

/** What `storedManifests` returns; its own file, which is loaded with all that it needs at the first call. */
export function storedManifests(
  previous: readonly unknown[] | readonly InputObject[],
  next: readonly unknown[] | readonly InputObject[],
  options: DiffOptions = {},
): Fields[] {
  const [before, after] = [previous, next].map((inputs) => inputs.map((input) => inputOf(input).object));
  const { kubernetesVersion = NEWEST_VERSION, applyMode = 'client', customResources = definedIn(after!) } = options;
  const known = new Map(before!.filter(isFields).map((object) => [keyOf(object), object]));
  return after!.filter(isFields).map((object) => {
    const key = keyOf(object);
    const was = key === undefined ? undefined : known.get(key);
    const plan = planUpdate(was ?? object, object, kubernetesVersion, applyMode, customResources);
    // What the server rejects stays as it is.
    const isRefused = plan.findings.some(({ severity }) => severity === 'error');
    return shown(isRefused ? plan.before : plan.after, [object, was]);
  });
}

function keyOf(object: Fields): string | undefined {
  const comparable = comparableOf(object);
  return 'key' in comparable ? comparable.key : undefined;
}

function shown(stored: Fields, written: readonly (Fields | undefined)[]): Fields {
  const copy: Fields = structuredClone(stored);
  for (const field of NOT_SHOWN) delete copy[field];
  mark(copy, 'metadata', METADATA, written);
  mark(copy, 'spec', SPEC, written);
  if (isKind(copy, 'certificates.k8s.io/CertificateSigningRequest') && isFields(copy.spec)) {
    for (const field of SENDER) setOwnField(copy.spec, field, GENERATED);
  }
  return copy;
}

/** Marks what neither manifest has. */
function mark(object: Fields, part: string, fields: readonly string[], written: readonly (Fields | undefined)[]): void {
  const own = object[part];
  if (!isFields(own)) return;
  for (const field of fields) {
    const isWritten = written.some((manifest) => {
      const inside = manifest?.[part];
      return isFields(inside) && ownField(inside, field) !== undefined;
    });
    if (ownField(own, field) !== undefined && !isWritten && own[field] !== 'None') setOwnField(own, field, GENERATED);
  }
}
