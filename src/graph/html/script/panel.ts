/** The panel beside the picture, which shows what the tables say of an object or an arrow. */
export const PANEL = `
function add(parent, tag, text, name) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (name !== undefined) element.className = name;
  parent.append(element);
  return element;
}
function copy(cell) {
  for (const child of cell.childNodes) details.append(child.cloneNode(true));
}
function link(parent, index) {
  const button = add(parent, 'button', titles[index], 'link');
  button.type = 'button';
  button.addEventListener('click', () => { pick(index); reveal(index); nodes[index].focus(); });
}
function describe(index) {
  const [title, namespace, source, facts, findings] = objectRows[index].cells;
  details.replaceChildren();
  add(details, 'h2', title.textContent);
  if (namespace.textContent !== '') add(details, 'div', 'namespace ' + namespace.textContent, 'muted');
  if (source.textContent !== '') add(add(details, 'div'), 'code', source.textContent);
  copy(facts);
  if (findings.textContent !== '') { add(details, 'h3', 'Findings'); copy(findings); }
  connections(index, 'from', 'to', 'To');
  connections(index, 'to', 'from', 'From');
}
function connections(index, own, other, heading) {
  const found = edges.map((edge, at) => ({ edge, at })).filter(({ edge }) => edge[own] === index);
  if (found.length === 0) return;
  add(details, 'h3', heading);
  for (const { edge, at } of found) {
    const item = add(details, 'div');
    const cells = referenceRows[at].cells;
    if (own === 'from') add(item, 'span', cells[1].textContent + ' ', 'muted');
    link(item, edge[other]);
    if (own === 'to') add(item, 'span', ' ' + cells[1].textContent + ' it', 'muted');
    copy(cells[3]);
    // Those of what it refers to itself are among its own.
    if (own === 'to') copy(cells[4]);
  }
}
function describeEdge(at) {
  const cells = referenceRows[at].cells;
  details.replaceChildren();
  add(details, 'h2', [cells[0], cells[1], cells[2]].map((cell) => cell.textContent).join(' '));
  copy(cells[3]);
  copy(cells[4]);
}
const nothing = [...details.childNodes];

let picked;
function highlight(isNode, isEdge) {
  svg.classList.toggle('picking', isNode !== undefined);
  nodes.forEach((node, index) => node.classList.toggle('on', isNode !== undefined && isNode(index)));
  edges.forEach(({ element }, at) => element.classList.toggle('on', isEdge !== undefined && isEdge(at)));
}
function look(index) {
  const near = new Set([index, ...edges.flatMap(({ from, to }) => (from === index ? [to] : to === index ? [from] : []))]);
  highlight((one) => near.has(one), (at) => edges[at].from === index || edges[at].to === index);
  describe(index);
}
function lookAtEdge(at) {
  highlight((one) => one === edges[at].from || one === edges[at].to, (one) => one === at);
  describeEdge(at);
}
function lookAway() {
  if (picked !== undefined) return look(picked);
  highlight();
  details.replaceChildren(...nothing);
}
function pick(index) {
  picked = index;
  nodes.forEach((node, at) => { node.classList.toggle('picked', at === index); node.setAttribute('aria-pressed', String(at === index)); });
  lookAway();
}
`;
