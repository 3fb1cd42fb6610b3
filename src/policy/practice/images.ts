import { containersOf } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** An image without a version is another program tomorrow. */
export const imageLatest: PracticeRule = {
  id: 'image-latest',
  message: 'image {image} has no fixed version',
  why: 'With latest, or without a tag, two pods of one Deployment may run different programs, and a roll-back rolls nothing back.',
  hint: 'name a version tag or a digest',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  refused: deploymentWith({}, { image: 'nginx:latest' }),
  accepted: deploymentWith({}, { image: 'nginx:1.29.3' }),
  check: ({ pod }, report) => {
    for (const { container, field } of pod === undefined ? [] : containersOf(pod.spec)) {
      const image = String(container.image ?? '');
      const tag = /:([^:/@]+)(?:@|$)/.exec(image)?.[1];
      if (image !== '' && !image.includes('@sha256:') && (tag === undefined || tag === 'latest')) {
        report(`${pod?.specPath}.${field}.image`, { image });
      }
    }
  },
};
