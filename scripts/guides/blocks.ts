/** A fenced block of a Markdown page, with what the comment before it says about it. */
export interface Block {
  readonly language: string;
  /** Text of the HTML comment in the line before the block, such as `output Service/shop`. */
  readonly marker: string;
  readonly text: string;
}

const FENCE = /^(?:<!-- ((?:file|run|output|stdout|stderr)\b[^\n]*?) -->\n)?```(\w*)\n([\s\S]*?)^```$/gm;

/** The blocks of a page, in their order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].map(([, marker = '', language = '', text = '']) => ({ marker, language, text }));
}

/** The page with other texts in its blocks. */
export function withTexts(page: string, textOf: (block: Block, index: number) => string): string {
  let index = 0;
  return page.replace(FENCE, (_, marker: string = '', language: string, text: string) => {
    const before = marker === '' ? '' : `<!-- ${marker} -->\n`;
    return `${before}\`\`\`${language}\n${textOf({ marker, language, text }, index++)}\`\`\``;
  });
}

/** What a page does, in order: programs and commands, each with what the page shows of it. */
export type Step =
  | { readonly type: 'file'; readonly path: string; readonly text: string }
  | { readonly type: 'program'; readonly text: string; readonly mayFail: boolean }
  | { readonly type: 'command'; readonly args: readonly string[]; readonly mayFail: boolean }
  | { readonly type: 'show'; readonly what: string; readonly index: number };

/**
 * The steps of a page: its files, then what it runs and shows. A `ts` block with imports begins a program, and the following ones
 * continue it; what the page shows in between is shown when the program has ended.
 */
export function stepsOf(page: string): Step[] {
  const blocks = blocksOf(page);
  const files: Step[] = [];
  const steps: Step[] = [];
  let program: string[] = [];
  let shown: Step[] = [];
  blocks.forEach(({ language, marker, text }, index) => {
    const [what = '', ...rest] = marker.split(' ');
    if (what === 'file') files.push({ type: 'file', path: rest.join(' '), text });
    else if (language === 'ts') {
      if (beginsProgram(text)) program = [];
      program.push(text);
      if (continues(blocks, index)) return;
      steps.push({ type: 'program', text: program.join('\n'), mayFail: showsPrinted(blocks, index) }, ...shown);
      shown = [];
    } else if (what === 'run') {
      const mayFail = showsPrinted(blocks, index);
      for (const line of text.split('\n').filter((command) => command.startsWith('npx cdk8s-patterns '))) {
        steps.push({ type: 'command', args: line.split(/\s+#/)[0]!.split(' ').slice(2), mayFail });
      }
    } else if (what !== '') (continues(blocks, index) ? shown : steps).push({ type: 'show', what: marker, index });
  });
  return [...files, ...steps];
}

const beginsProgram = (text: string) => /^import /m.test(text);

/** Whether a later block belongs to the same program; something printed is of a program that has ended. */
function continues(blocks: readonly Block[], index: number): boolean {
  const later = blocks.slice(index + 1).find(({ language, marker }) => language === 'ts' || /^(run|std)/.test(marker));
  return later?.language === 'ts' && !beginsProgram(later.text);
}

/** Whether the page shows what the program or command prints, which may then end with an error. */
function showsPrinted(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1).find(({ language, marker }) => language === 'ts' || /^(run|std)/.test(marker));
  return next !== undefined && /^std/.test(next.marker);
}

/** Whole programs of a page, to be compiled. */
export function programsOf(page: string): string[] {
  return stepsOf(page).flatMap((step) => (step.type === 'program' ? [step.text] : []));
}
