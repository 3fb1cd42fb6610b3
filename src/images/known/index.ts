import type { ImageFacts } from '../image-facts';
import { BASE_IMAGES } from './base';
import { DATA_IMAGES } from './data';
import { KUBERNETES_IMAGES } from './kubernetes';
import { MESSAGING_IMAGES } from './messaging';
import { MONITORING_IMAGES } from './monitoring';
import { OBSERVABILITY_IMAGES } from './observability';
import { PROXY_IMAGES } from './proxies';
import { STORAGE_IMAGES } from './storage';
import { WEB_IMAGES } from './web';

/** Facts of official and common images; of several rows of a repository the first one for the tag holds. */
export const KNOWN_IMAGES: readonly ImageFacts[] = [
  ...BASE_IMAGES,
  ...WEB_IMAGES,
  ...DATA_IMAGES,
  ...PROXY_IMAGES,
  ...OBSERVABILITY_IMAGES,
  ...MONITORING_IMAGES,
  ...MESSAGING_IMAGES,
  ...STORAGE_IMAGES,
  ...KUBERNETES_IMAGES,
];
