import type { coreV1 } from '../kubernetes';
import { type HostAndPort, hostFor } from '../network';
import type { ReportIssue } from '../props';
import { InitContainer, type InitContainerProps } from './init-container';

/** Shell command that ends when the address answers. */
export type WaitScript = (address: { readonly host: string; readonly port: number | undefined }) => string;

/** An init container that waits for an address, which it names as a client of the pod's namespace does. */
export class WaitingContainer extends InitContainer {
  public constructor(
    name: string,
    props: InitContainerProps,
    private readonly address: Omit<HostAndPort, 'port'> & { readonly port: number | undefined },
    private readonly script: WaitScript,
    check: (reportIssue: ReportIssue) => void,
  ) {
    super(name, props, check);
  }

  protected override fieldsIn(namespace: string | undefined): Partial<coreV1.Container> {
    const host = hostFor(this.address, namespace);
    return { command: ['sh', '-c', this.script({ ...this.address, host })] };
  }
}
