import { containersOf } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

/** The content of an image without a pinned version can change at any time. */
export const imageLatest: PracticeRule = {
  id: 'image-latest',
  message: 'image {image} is not pinned to a tag or digest',
  why: 'With the tag latest, or without a tag, two pods of one Deployment can run different versions, and a rollback has no effect.',
  hint: 'set a version tag or a digest',
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
