import { Random } from '../parity/random';
import { controllersOf } from '../parity/rehearsal/controller-names';
import { featuresOf, workloadStackOf } from '../parity/rehearsal/stacks';
import { compareOutcome, NODE, outcomeOf, WORKLOAD_CONTROLLERS } from '../parity/rehearsal/workload-outcome';
import { Connection } from './server/connection';
import { describeWithServer } from './with-server';

/** Enough for each kind of workload with each kind of rule; `controllers.ts` of the rehearsal asks for more. */
const WORKLOADS = 60;
const AT_ONCE = 20;

describeWithServer(
  '1.36.3',
  (server) => {
    test('controllers create pods of those workloads of which the check says so', async () => {
      const stacks = Array.from({ length: WORKLOADS }, (_, index) =>
        workloadStackOf(new Random(index + 1), String(index), featuresOf(36)),
      );
      const connection = new Connection(server(), AT_ONCE);
      await connection.post('/api/v1/nodes', JSON.stringify(NODE));
      const compared: ReturnType<typeof compareOutcome>[] = [];
      const work = async (): Promise<void> => {
        for (let stack = stacks.shift(); stack !== undefined; stack = stacks.shift()) {
          compared.push(compareOutcome(await outcomeOf(server(), connection, stack), '1.36'));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      connection.close();
      const known = compared.filter((one) => one !== undefined);
      expect(known.length).toBeGreaterThan(WORKLOADS / 2);
      expect(
        known
          .filter(({ isSame }) => !isSame)
          .map(({ stack, server: theirs, ours }) => [theirs, ours, JSON.stringify(stack.objects)]),
      ).toEqual([]);
      expect(new Set(known.map(({ ours }) => ours === 'created'))).toEqual(new Set([true, false]));
    }, 900_000);
  },
  { controllers: controllersOf('1.36', WORKLOAD_CONTROLLERS) },
);
