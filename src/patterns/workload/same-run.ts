import { Construct, type IConstruct } from 'constructs';
import { isWrittenBefore } from '../../app';
import { PropsError, reporting } from '../../props';
import type { IngressRule } from '../network/policy-rules';

const HINT = 'connect all constructs before the synth() of the first app';

/**
 * Reports a connection to or from a construct of an app that has been written: the rule, or the variables of the client, would
 * be in no file. The app that has not been written reports it.
 *
 * @param isIsolated whether a NetworkPolicy of the server has to allow the connection.
 */
export function checkSameRun(server: IConstruct, isIsolated: boolean, { from }: IngressRule): void {
  for (const client of [from].flat() as readonly unknown[]) {
    if (!Construct.isConstruct(client)) continue;
    const path = client.node.path;
    if (isIsolated && isWrittenBefore(server, client)) {
      report(client, `the app of ${server.node.path} has been written, without a rule that allows ${path}`);
    }
    if (isWrittenBefore(client, server)) {
      report(server, `the app of ${path} has been written, without the connection to ${server.node.path}`);
    }
  }
}

function report(construct: IConstruct, message: string): void {
  reporting(construct, () => {
    throw new PropsError(construct.node.path, [{ prop: 'connectTo', message, hint: HINT }]);
  });
}
