const SHELLS = ['sh', 'bash', 'ash', '/bin/sh', '/bin/bash', '/bin/ash'];

/** Script of `sh -c SCRIPT`; undefined for other commands. */
export function scriptOf(words: readonly unknown[]): string | undefined {
  const [shell, ...rest] = words.map(String);
  if (!SHELLS.includes(shell ?? '')) return undefined;
  const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
  return flag < 0 ? undefined : rest[flag + 1];
}

/** Words of the shell before a command. */
const BEFORE_COMMAND = /^(\s*(!|exec|if|elif|then|else|while|until|do|time|timeout\s+\S+)\s+)+/;
/** Programs of a fallback that does not replace the first one: `curl … || exit 1`. */
const GIVES_UP = /^\s*(exit|false|echo|true|:|return|kill)\b/;

/**
 * The commands that a script certainly runs unless an earlier one fails, without quoted strings. A command with an alternative
 * (`curl … || wget …`) is left out, and so are scripts that look for programs or install them.
 */
export function commandsOf(script: string): string[] {
  const plain = script.replaceAll(/'[^']*'|"(\\.|[^"\\])*"/g, 'QUOTED');
  if (/\b(command -v|which|type|apk add|apt(-get)? .*install|install_packages|dnf|yum|microdnf)\b/.test(plain))
    return [];
  return plain.split(/;|\n|&&/).flatMap((step) => {
    const [first = '', ...alternatives] = step.split('||');
    if (alternatives.some((one) => !GIVES_UP.test(one))) return [];
    return first.split(/[|&]/).map((command) => command.replace(BEFORE_COMMAND, '').trim());
  });
}
