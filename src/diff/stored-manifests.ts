import { isKind, NEWEST_VERSION } from '../facts';
import { type InputObject, inputOf } from '../findings';
import { definedIn, type Fields, isFields, planUpdate } from '../upgrade';
import { requireArguments, setOwnField } from '../values';
import { comparableOf } from './comparable';
import { GENERATED, markGenerated } from './generated-values';
import type { DiffOptions } from './types';

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
  requireArguments('storedManifests', {
    previous: [previous, 'an array'],
    next: [next, 'an array'],
    options: [options, 'an object'],
  });
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
  markGenerated(copy, written);
  if (isKind(copy, 'certificates.k8s.io/CertificateSigningRequest') && isFields(copy.spec)) {
    for (const field of SENDER) setOwnField(copy.spec, field, GENERATED);
  }
  return copy;
}
