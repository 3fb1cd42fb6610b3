import type { ApiDocument } from './api-document';
import type { Mutant } from './mutate';
import { sitesOf } from './sites';

/** Takes away from an object what the difference does not need, as long as `holds` says it is still there. */
export async function shrink(
  mutant: Mutant,
  document: ApiDocument,
  holds: (object: any) => Promise<boolean>,
  attempts = 150,
): Promise<any> {
  let object = mutant.object;
  let position = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const smaller = structuredClone(object);
    const site = sitesOf(smaller, document)[position];
    if (!site) break;
    if (site.path === 'apiVersion' || site.path === 'kind') {
      position++;
      continue;
    }
    if (typeof site.key === 'number') site.parent.splice(site.key, 1);
    else delete site.parent[site.key];
    if (await holds(smaller)) object = smaller;
    else position++;
  }
  return object;
}
