import { drawnGraph } from '../drawn';
import type { ManifestGraph } from '../model';
import { drawPicture } from './picture';

export { LEGEND } from './legend';
export { drawPicture } from './picture';
export { PICTURE_STYLE } from './style';
export { TIPS_OF_ARROWS } from './tips';

/** A picture as SVG that stands alone; it follows the color scheme of the viewer. */
export function svgOf(graph: ManifestGraph): string {
  return `${drawPicture(drawnGraph(graph), 'alone')}\n`;
}
