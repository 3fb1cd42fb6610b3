import { internalError, isStackOverflow, type RawFinding } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import type { UpdateNode, UpdateRules } from '../rule';
import { reportedFinding } from './reported-finding';
import { holds } from './rule-walk';
import { WalkNode } from './walk-node';

/** Runs the rules about updates of a kind. Fields are those of the object after the update. */
export function updateWalk(document: KubernetesDocument, all: readonly UpdateRules[], node: UpdateNode): RawFinding[] {
  const changed = new WalkNode(node.after, node.definition, node.minor, undefined, '', undefined);
  const findings: RawFinding[] = [];
  for (const rules of all) {
    if (!rules.definitions.includes(node.definition) && !rules.definitions.includes('*')) continue;
    try {
      rules.check(node, (id, field, params) => {
        const text = rules.texts[id];
        if (text === undefined) throw new Error(`The check of updates reports the unknown rule ${JSON.stringify(id)}`);
        if (holds(text, node.minor)) {
          const finding = reportedFinding(document, id, text, { node: changed, field, params });
          findings.push({ ...finding, hint: finding.hint ?? text.hint });
        }
      });
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      findings.push(internalError(`the check of updates of ${node.definition}`, error, node.after));
    }
  }
  return findings;
}
