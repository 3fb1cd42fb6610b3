/** Something with a size. */
export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Where each of the items is, and the size of all together. */
export interface Packed extends Sized {
  readonly at: readonly { readonly x: number; readonly y: number }[];
}

/** Width divided by height of what is packed: that of a screen. */
const ASPECT = 1.6;

/**
 * Puts rectangles into columns, each as tall as the others, in an area with the shape of a screen. The tallest come first.
 *
 * @param least width that is there anyway
 */
export function packed(items: readonly Sized[], gap: number, least = 0): Packed {
  if (items.length === 0) return { width: 0, height: 0, at: [] };
  const area = items.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const limit = Math.max(least, Math.sqrt(area * ASPECT), ...items.map(({ width }) => width));
  const at: { x: number; y: number }[] = [];
  let [x, y, rowHeight, fullWidth] = [0, 0, 0, 0];
  const order = items.map((item, index) => ({ item, index })).sort((a, b) => b.item.height - a.item.height);
  for (const { item, index } of order) {
    if (x > 0 && x + item.width > limit) {
      [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
    }
    at[index] = { x, y };
    x += item.width + gap;
    rowHeight = Math.max(rowHeight, item.height);
    fullWidth = Math.max(fullWidth, x - gap);
  }
  return { width: fullWidth, height: y + rowHeight, at };
}
