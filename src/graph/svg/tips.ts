const TIPS = ['reference', 'selection', 'peer', 'allowed'] as const;

function tip(name: string): string {
  return `<marker id="tip-${name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="tip tip-${name}" d="M0 .5 8 4 0 7.5z"/></marker>`;
}

/** A connection that is denied ends at a bar. */
const BAR =
  '<marker id="tip-denied" viewBox="0 0 8 14" refX="6" refY="7" markerWidth="8" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path class="tip-denied" d="M4 1V13"/></marker>';

/** What is unresolved ends at a cross, for those who do not see that it is red. */
const CROSS =
  '<marker id="tip-bad" viewBox="0 0 8 8" refX="9.5" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="tip-bad" d="M1 1 7 7M7 1 1 7"/></marker>';

/** The ends of arrows: part of a picture that stands alone, and of a page, whose legend has arrows when the picture is hidden. */
export const TIPS_OF_ARROWS = `<defs>${TIPS.map(tip).join('')}${BAR}${CROSS}</defs>`;
