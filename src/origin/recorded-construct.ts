import { Construct } from 'constructs';
import { recordOriginOf } from './construct-origins';

/** Base of the constructs of this package: knows the line that created it in every app, also in a plain cdk8s one. */
export abstract class RecordedConstruct extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    recordOriginOf(this);
  }
}
