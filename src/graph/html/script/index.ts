import { FILTERS } from './filters';
import { FOCUS } from './focus';
import { PANEL } from './panel';
import { VIEW } from './view';

const SETUP = `
const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => [...document.querySelectorAll(selector)];
const svg = $('.canvas svg');
const canvas = $('.canvas');
const status = $('#status');
const details = $('#details');
const nodes = $$('.node');
const boxes = $$('.box');
const edges = $$('.edge[data-from]').map((element) => ({ element, from: Number(element.dataset.from), to: Number(element.dataset.to) }));
const objectRows = $$('tr[data-object]');
const referenceRows = $$('tr[data-reference]');
const titles = objectRows.map((row) => row.cells[0].textContent);
const rectangles = nodes.map((node) => {
  const { x, y, width, height } = node.querySelector('.card');
  return { x: x.baseVal.value, y: y.baseVal.value, width: width.baseVal.value, height: height.baseVal.value };
});
document.body.classList.add('live', 'picture-view');
`;

/**
 * What the page does, as text: it runs in browsers, without a build step. It reads the attributes of the picture and the rows of the
 * tables, so that nothing is in the page twice, and writes texts only, never markup.
 */
export const PAGE_SCRIPT = `
(() => {
'use strict';
${SETUP}${VIEW}${PANEL}${FOCUS}${FILTERS}
start();
})();
`.trim();
