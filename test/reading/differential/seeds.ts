import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
/** Longer documents hide the place of a mutation in what is alike everywhere. */
const LONGEST = 1500;

/** Texts that are mutated: documents of this repository, and short ones for every construct of YAML. */
export function seeds(): string[] {
  const files = [join(ROOT, 'test', 'parity', 'corpus'), join(ROOT, 'dist')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const documents = files
    .flatMap((text) => text.split(/^---\n/m))
    .filter((text) => text.length > 20 && text.length <= LONGEST);
  const streams = documents
    .filter((_, at) => at % 40 === 0)
    .map((text, at) => `---\n${text}---\n${documents[at] ?? ''}`);
  const json = documents
    .filter((_, at) => at % 60 === 0)
    .map((text) => JSON.stringify({ text, list: [1, true, null, 1.5] }));
  // The handwritten ones are few and hold what is rare, so they take part more often.
  return [...documents, ...streams, ...json, ...Array.from({ length: 6 }, () => CONSTRUCTS).flat()];
}

const CONSTRUCTS: readonly string[] = [
  'a: &x one\nb: *x\nc: &x two\nd: [*x, &y {k: v}, *y]\n',
  'base: &base {a: 1, b: 2}\none: {<<: *base, b: 3}\ntwo: {b: 3, <<: *base}\nthree:\n  <<: [*base, {c: 4}]\n',
  'a: [one, "two", \'three\', 4, 5.5, true, null, ~, {b: c}]\nd: {e: f, g: [h, i], "j": k, l}\n',
  'a: [\n  one,\n  two\n]\nb: {\nc: d,\n  e: f\n}\nc: [a: b, ? c : d, [e]]\n',
  'a: |\n  line one\n    line two\n\n  line three\nb: >-\n  folded\n  text\n\n  more\n   less\nc: |+\n  kept\n\n\nd: |2-\n    x\n',
  'script: |\n  #!/bin/sh\n  set -e\n  if [ "$1" = "x" ]; then\n  \techo tab\n  fi\nafter: 1\n',
  'a: \'it\'\'s\'\nb: "tab\\t nl\\n x\\x41 u\\u00e9 U\\U0001F600 \\"q\\" \\\\ \\\n  joined"\nc: \'over\n\n  lines\'\nd: "one\n  two"\n',
  '%YAML 1.1\n%TAG !e! tag:example.com,2000:\n---\na: !e!x 1\nb: !!str 12\n...\nc: 1\n',
  'a: !!int "3"\nb: !!float 3\nc: !!bool yes\nd: !!null ""\ne: !!binary aGVsbG8=\nf: !!timestamp 2001-12-14T21:59:43.1Z\ng: !foo x\nh: ! 12\n',
  'yes: no\non: off\n1: one\n1.5: x\n0x10: y\n~: z\n? complex\n: value\n? [a, b]\n: c\n',
  'n: [0, -0, 0755, 0o17, 0x1F, 0b101, 1_000, 1e3, 1.5e-3, .5, 5., +7, -1, 08, 019, 12e4567, .inf, 18446744073709551615]\n',
  't: [2024-01-01, 2024-01-01T00:00:00Z, 12:30:00, 1.2.3, 1e, 0x, 0b2, 1__0, _1, 1_, .e1, ., .., +, -, "-"]\n',
  'key: value # comment\n# whole line\nlist: # behind\n- a # x\n-   b#c\n\n  # indented\nend: "x" # y\n',
  'list:\n- a: 1\n  b: 2\n-\n  c: 3\n- - d\n  - e\n- ? f\n  : g\nnested:\n  - x\n  -\n    - y\n',
  'plain: several words\n  on two lines\n\n  and a third\nurl: http://x:80/a?b#c\ncolon: a:b\nq: what?\ndash: a-b - c\n',
  'args: [--bind, fe80::, x, "::1", listen:, a?b, -y]\ncidr: ::/0\npath: /a:b\n',
  'a: 1\n---\nb: 2\n--- # comment\nc: 3\n---\n# nothing\n---\n\n---\nd: 4\n...\n',
  '{"a": 1, "b": [true, false, null, "x\\u00e9\\/\\ud83d\\ude00"], "c": {"d": -1.5e3}}\n{"e": {}}\n',
  '{"a": 1}\n---\n{"b": 2}\n---\nc: 3\n',
  '{"a": 1}{"b": 2} {"c": 3}\n\n{"d": [[[]]]}',
  '{a: 1, b: [x, y], "c": \'d\',}\n',
  'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n- kind: List\n  apiVersion: v1\n  items: [{kind: A}]\n',
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata: {name: a}\n- kind: Role\n  metadata: {name: b}\n- apiVersion: v1\n',
  'apiVersion: v1\nkind: ConfigMapList\nmetadata: {}\nitems:\n- data: {a: b}\n- null\n- {}\n',
  'dup: 1\nmap: {a: 1, a: 2}\ndup: 2\n"dup": 3\n',
  'a: "\\ud83d\\ude00"\nb: "\\/"\nc: "\\q"\n',
  '"quoted key": 1\n\'single\': 2\n? "explicit"\n: 3\n"multi\n  line": 4\n',
  'a:   \n  b:\t1\n  c:\t\t"x"\t# y\n\td: 1\n',
  'a:\r\n  b: 1\r\n  c: |\r\n    x\r\n    y\r\nd: "e\r\n  f"\r\n',
  'a: one\x85b: two\u2028c: three\u2029d: "x\x85 y\u2028z"\ne: |\n  p\x85  q\u2028  r\n',
  'unicode: "é ü 日本 😀"\nplain: 日本語\nemoji 😀: yes\nnbsp: a\xa0b\nwide： no\n',
  '&root {self: 1, a: &b [1, 2], c: *b}\n',
  'a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n',
  'top\n',
  '- just\n- a list\n- {of: things}\n',
  '"only a string"\n',
  '# only a comment\n',
  '',
  '\n\n',
  'a: {b: {c: {d: {e: [1, [2, [3, [4]]]]}}}}\n',
  'a:\n b:\n  c:\n   d:\n    - e:\n       f: g\n      h: i\n',
  `long: ${'word '.repeat(300)}\nkey${'y'.repeat(1020)}: 1\nlast: "${'x'.repeat(600)}"\n`,
  `# ${'c'.repeat(700)}\na: 1\n# é${'d'.repeat(500)}\nb: [1,\n 2]\n`,
];
