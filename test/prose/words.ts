/** A word that this project does not use in prose, and what to write instead. */
export interface AvoidedWord {
  readonly pattern: RegExp;
  readonly use: string;
}

/** The list behind the glossary of CONTRIBUTING.md. Patterns are case-insensitive and match whole words. */
export const AVOIDED_WORDS: readonly AvoidedWord[] = [
  { pattern: /\bcan not\b/gi, use: 'cannot' },
  { pattern: /\bmust be given\b/gi, use: 'is required' },
  { pattern: /\bmust (only )?be left out\b/gi, use: 'must not be set' },
  { pattern: /\bmust not be given\b/gi, use: 'must not be set' },
  { pattern: /\bmust be made by\b/gi, use: 'expected a …' },
  { pattern: /\b(is|are|was|were|be|been|being|gets?) told\b/gi, use: 'reported' },
  { pattern: /\btells? (of|what|which|why|when|whether|that|how|all)\b/gi, use: 'reports, returns, describes' },
  { pattern: /\bled? (back )?nowhere\b|\bleads? nowhere\b/gi, use: 'dangling reference' },
  { pattern: /\b(meets|met) nothing\b/gi, use: 'does not match' },
  { pattern: /\bmend(s|ed|ing)?\b/gi, use: 'fix' },
  { pattern: /(?<!`)\b(nobody|somebody|whoever)\b/gi, use: 'the user, the client, … : name who is meant' },
  { pattern: /\bwho complains\b/gi, use: 'enforced by' },
  { pattern: /\b(rooms of src|house rules|rules of the house)\b/gi, use: 'modules; project rules' },
  { pattern: /\bsub-?folders?\b|\bfolders?\b/gi, use: 'directory' },
  { pattern: /\broll-outs?\b/gi, use: 'rollout' },
  { pattern: /\bstart-up\b/gi, use: 'startup' },
  { pattern: /\blower-case\b/gi, use: 'lowercase' },
  { pattern: /\bfor ever\b/gi, use: 'forever' },
  { pattern: /\bhints? at what was meant\b/gi, use: 'suggests' },
  { pattern: /\b(say|says) (?=[A-Z][a-z]+\.[a-z])/g, use: 'use' },
  {
    pattern: /(?<!\bthere )\bis no (?!longer\b|more\b|need\b|default\b|such\b|other\b|exception\b)[a-z]+\b/gi,
    use: 'is not a …',
  },
  { pattern: /\b(must|does|may) name (somebody|nobody)\b/gi, use: 'must list at least one subject' },
  { pattern: /\bbehaviours?\b/gi, use: 'behavior' },
  { pattern: /\b(colour|favour|honour|neighbour|flavour|labour)(s|ed|ing|able|hood)?\b/gi, use: 'color, favor, …' },
  {
    pattern:
      /\b(synthes|serial|deserial|normal|recogn|organ|initial|custom|optim|minim|maxim|final|summar|author|general|special|standard|categor|util|canonical|emphas|capital|central)is(e|es|ed|er|ers|ing|ation|ations)\b/gi,
    use: '-ize, -ization',
  },
  { pattern: /\banalys(e|es|ed|ing)\b/gi, use: 'analyze' },
  { pattern: /\b(cent|theat|fib|lit)re\b/gi, use: '-er' },
  { pattern: /\bcatalogues?\b/gi, use: 'catalog' },
  { pattern: /\b(label|cancel|model|travel|signal|fuel)l(ed|ing)\b/gi, use: 'one l' },
  { pattern: /\b(mis)?spelt\b/gi, use: 'spelled, misspelled' },
  { pattern: /\bwhilst\b|\bamongst\b/gi, use: 'while, among' },
  { pattern: /\blicence\b/gi, use: 'license' },
];
