import { ApiObject } from 'cdk8s';
import { podTemplateOf } from '../facts';
import { originOfField } from '../origin';
import { didYouMean } from '../values';
import type { LocatedFinding } from './acknowledge';

const RULE = 'container-image-required';
const LISTS = ['initContainers', 'containers'] as const;

type PodSpec = NonNullable<ReturnType<typeof podTemplateOf>>['spec'];

/**
 * A container without an image in an object with overlays is one whose name no container of the pod has: the hint names those
 * that there are.
 *
 * @param manifestOf the checked manifest of a finding.
 */
export function withContainerHints(
  located: readonly LocatedFinding[],
  manifestOf: (entry: LocatedFinding) => unknown,
): LocatedFinding[] {
  return located.map((entry) => {
    const { construct, finding } = entry;
    if (finding.rule !== RULE || !ApiObject.isApiObject(construct)) return entry;
    // Undefined when the construct itself wrote the container.
    if (originOfField(construct, finding.path) === undefined) return entry;
    const hint = hintFor(podTemplateOf(manifestOf(entry))?.spec, finding.path);
    return hint === undefined ? entry : { ...entry, finding: { ...finding, hint } };
  });
}

function hintFor(spec: PodSpec | undefined, path: string): string | undefined {
  const [, list, index] = /\.(initContainers|containers)\[(\d+)\]\.image$/.exec(path) ?? [];
  const name = spec?.[list as (typeof LISTS)[number]]?.[Number(index)]?.name;
  if (spec === undefined || typeof name !== 'string') return undefined;
  const names = LISTS.flatMap((one) => spec[one] ?? []).flatMap(({ image, name: other }) => (image ? [other] : []));
  const known = names.map((other) => JSON.stringify(other)).join(', ');
  const meant = didYouMean(name, names);
  const has = `without the overlay the pod has no container ${JSON.stringify(name)}${known === '' ? '' : `, it has ${known}`}`;
  return meant === undefined ? has : `${has}; ${meant}`;
}
