/** Moving the focus from object to object with the keyboard and the pointer. */
export const FOCUS = `
function current(index) {
  nodes.forEach((node, at) => node.setAttribute('tabindex', at === index ? '0' : '-1'));
}
/** The next node in a direction: near, and rather ahead than beside. */
function neighbor(index, dx, dy) {
  const center = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const [x, y] = center(rectangles[index]);
  let best;
  rectangles.forEach((one, at) => {
    if (at === index || nodes[at].hasAttribute('hidden')) return;
    const [ox, oy] = center(one);
    const [ahead, beside] = dx === 0 ? [(oy - y) * dy, Math.abs(ox - x)] : [(ox - x) * dx, Math.abs(oy - y)];
    if (ahead <= 1) return;
    const cost = ahead + 2 * beside;
    if (best === undefined || cost < best.cost) best = { at, cost };
  });
  return best?.at;
}
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

nodes.forEach((node, index) => {
  node.addEventListener('mouseenter', () => { if (picked === undefined) look(index); });
  node.addEventListener('mouseleave', () => lookAway());
  node.addEventListener('focus', () => { current(index); reveal(index); if (picked === undefined) look(index); });
  node.addEventListener('blur', ({ relatedTarget }) => (details.contains(relatedTarget) ? pick(index) : lookAway()));
  node.addEventListener('click', () => pick(picked === index ? undefined : index));
  node.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step !== undefined && !event.shiftKey) {
      const next = neighbor(index, ...step);
      if (next !== undefined) { if (picked !== undefined) pick(next); nodes[next].focus(); }
    } else if (event.key === 'Enter' || event.key === ' ') {
      pick(picked === index ? undefined : index);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
});
edges.forEach(({ element }, at) => {
  element.addEventListener('mouseenter', () => { if (picked === undefined) lookAtEdge(at); });
  element.addEventListener('mouseleave', () => lookAway());
});
if (nodes.length > 0) current(0);
details.addEventListener('click', (event) => {
  const button = event.target.closest('[data-go]');
  if (button === null) return;
  const index = Number(button.dataset.go);
  pick(index);
  reveal(index);
  nodes[index].focus();
});
`;
