/** Zooming and moving the picture, with buttons, wheel and pointer. */
export const VIEW = `
const [fullWidth, fullHeight] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
svg.removeAttribute('width');
svg.removeAttribute('height');
let view = { x: 0, y: 0, scale: 1 };

function show(next) {
  const { clientWidth, clientHeight } = canvas;
  const scale = Math.min(4, Math.max(0.03, next.scale));
  view = { x: next.x, y: next.y, scale };
  svg.setAttribute('viewBox', [view.x, view.y, clientWidth / scale, clientHeight / scale].join(' '));
}
function fit() {
  const { clientWidth, clientHeight } = canvas;
  const scale = Math.min(clientWidth / fullWidth, clientHeight / fullHeight, 1.25);
  show({ x: (fullWidth - clientWidth / scale) / 2, y: (fullHeight - clientHeight / scale) / 2, scale });
}
function start() {
  fit();
  if (view.scale >= 0.45 || nodes.length === 0) return;
  show({ x: 0, y: 0, scale: 0.6 });
  reveal(Math.max(0, nodes.findIndex((node) => node.classList.contains('bad'))));
}
function zoom(factor, clientX, clientY) {
  const area = canvas.getBoundingClientRect();
  const [dx, dy] = [(clientX ?? area.left + area.width / 2) - area.left, (clientY ?? area.top + area.height / 2) - area.top];
  const scale = Math.min(4, Math.max(0.03, view.scale * factor));
  show({ x: view.x + dx / view.scale - dx / scale, y: view.y + dy / view.scale - dy / scale, scale });
}
function pan(dx, dy) {
  show({ ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale });
}
function reveal(index) {
  const { x, y, width, height } = rectangles[index];
  const [w, h] = [canvas.clientWidth / view.scale, canvas.clientHeight / view.scale];
  const inside = x >= view.x && y >= view.y && x + width <= view.x + w && y + height <= view.y + h;
  if (!inside) show({ ...view, x: x + width / 2 - w / 2, y: y + height / 2 - h / 2 });
}
addEventListener('beforeprint', () => {
  for (const [name, value] of [['width', fullWidth], ['height', fullHeight], ['viewBox', '0 0 ' + fullWidth + ' ' + fullHeight]]) svg.setAttribute(name, value);
});
addEventListener('afterprint', () => {
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  show(view);
});

let grip;
canvas.addEventListener('pointerdown', (event) => {
  if (event.button !== 0 || event.target.closest('.node')) return;
  grip = { x: event.clientX, y: event.clientY, moved: false };
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener('pointermove', (event) => {
  if (grip === undefined) return;
  canvas.classList.add('moving');
  pan(grip.x - event.clientX, grip.y - event.clientY);
  grip = { x: event.clientX, y: event.clientY, moved: true };
});
for (const name of ['pointerup', 'pointercancel']) canvas.addEventListener(name, () => {
  if (grip !== undefined && !grip.moved) pick(undefined);
  grip = undefined;
  canvas.classList.remove('moving');
});
canvas.addEventListener('wheel', (event) => {
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 200), event.clientX, event.clientY);
  else pan(event.shiftKey ? event.deltaY : event.deltaX, event.shiftKey ? 0 : event.deltaY);
}, { passive: false });
`;
