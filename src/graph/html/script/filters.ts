/** Search, filters, the buttons and the keys of the page. */
export const FILTERS = `
const search = $('#search');
let matches = [];
let match = -1;
function find() {
  const text = search.value.trim().toLowerCase();
  matches = text === '' ? [] : nodes.map((_, index) => index).filter((index) => !nodes[index].hasAttribute('hidden') && objectRows[index].textContent.toLowerCase().includes(text));
  const isNamed = (index) => titles[index].toLowerCase().includes(text);
  matches = [...matches.filter(isNamed), ...matches.filter((index) => !isNamed(index))];
  match = -1;
  svg.classList.toggle('searching', text !== '');
  nodes.forEach((node, index) => node.classList.toggle('found', matches.includes(index)));
  filterRows(text);
  status.textContent = text === '' ? '' : matches.length + (matches.length === 1 ? ' object' : ' objects') + ' found';
}
search.addEventListener('input', find);
search.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { search.value = ''; find(); search.blur(); }
  if (event.key !== 'Enter' || matches.length === 0) return;
  event.preventDefault();
  match = (match + (event.shiftKey ? matches.length - 1 : 1)) % matches.length;
  pick(matches[match]);
  reveal(matches[match]);
  status.textContent = titles[matches[match]] + ', ' + (match + 1) + ' of ' + matches.length;
});

function toggleHidden(element, isHidden) {
  if (isHidden) element.setAttribute('hidden', '');
  else element.removeAttribute('hidden');
}
function filter() {
  const off = (name) => new Set($$('input[name=' + name + ']:not(:checked)').map(({ value }) => value));
  const [namespaces, kinds] = [off('namespace'), off('kind')];
  const only = $('#only').getAttribute('aria-pressed') === 'true';
  const bad = new Set(nodes.flatMap((node, index) => (node.classList.contains('bad') ? [index] : [])));
  edges.forEach(({ element, from, to }) => { if (element.classList.contains('bad') || element.classList.contains('denied')) bad.add(from).add(to); });
  nodes.forEach((node, index) => toggleHidden(node, namespaces.has(node.dataset.namespace) || kinds.has(node.dataset.kind) || (only && !bad.has(index))));
  boxes.forEach((box) => toggleHidden(box, namespaces.has(box.dataset.namespace)));
  edges.forEach(({ element, from, to }) => toggleHidden(element, nodes[from].hasAttribute('hidden') || nodes[to].hasAttribute('hidden')));
  if (picked !== undefined && nodes[picked].hasAttribute('hidden')) pick(undefined);
  const shown = nodes.findIndex((node) => !node.hasAttribute('hidden'));
  if (!nodes.some((node) => node.getAttribute('tabindex') === '0' && !node.hasAttribute('hidden'))) current(shown);
  find();
  status.textContent = nodes.filter((node) => !node.hasAttribute('hidden')).length + ' of ' + nodes.length + ' objects shown';
}
function filterRows(text) {
  const has = (row) => text === '' || row.textContent.toLowerCase().includes(text);
  objectRows.forEach((row, index) => toggleHidden(row, nodes[index].hasAttribute('hidden') || !has(row)));
  referenceRows.forEach((row, at) => toggleHidden(row, edges[at].element.hasAttribute('hidden') || !has(row)));
}
for (const input of $$('.menu input')) input.addEventListener('change', filter);
for (const button of $$('button[data-all]')) button.addEventListener('click', () => {
  const inputs = [...button.closest('fieldset').querySelectorAll('input')];
  const checked = inputs.some((input) => !input.checked);
  for (const input of inputs) input.checked = checked;
  filter();
});
$('#only').addEventListener('click', (event) => {
  event.currentTarget.setAttribute('aria-pressed', String(event.currentTarget.getAttribute('aria-pressed') !== 'true'));
  filter();
});
for (const menu of $$('.menu')) menu.addEventListener('focusout', (event) => {
  if (event.relatedTarget !== null && !menu.contains(event.relatedTarget)) menu.open = false;
});
document.addEventListener('pointerdown', (event) => {
  for (const menu of $$('.menu')) if (!menu.contains(event.target)) menu.open = false;
});

const tableButton = $('#tables');
tableButton.addEventListener('click', () => {
  const isTable = document.body.classList.toggle('table-view');
  document.body.classList.toggle('picture-view', !isTable);
  tableButton.setAttribute('aria-pressed', String(isTable));
});
$('.skip').addEventListener('click', () => { if (!document.body.classList.contains('table-view')) tableButton.click(); });
$('#theme').addEventListener('click', () => {
  const root = document.documentElement;
  const isDark = (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
});
$('#in').addEventListener('click', () => zoom(1.25));
$('#out').addEventListener('click', () => zoom(0.8));
$('#fit').addEventListener('click', fit);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    const menu = $('.menu[open]');
    if (menu === null) return pick(undefined);
    if (menu.contains(document.activeElement)) menu.firstElementChild.focus();
    menu.open = false;
    return;
  }
  if (event.target instanceof HTMLInputElement || document.body.classList.contains('table-view')) return;
  const step = STEPS[event.key];
  if (event.key === '/') search.focus();
  else if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(0.8);
  else if (event.key === '0') fit();
  else if (step !== undefined && event.shiftKey) pan(step[0] * 80, step[1] * 80);
  else return;
  event.preventDefault();
});
addEventListener('resize', () => show(view));
`;
