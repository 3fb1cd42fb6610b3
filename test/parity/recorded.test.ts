import { KUBERNETES_VERSIONS } from '../../src/facts/versions';
import { validate } from '../../src/validation';
import { compare } from './compare';
import { recordedFiles, verdictOfRecord } from './recorded';

/** Cases that our check once got wrong; the verdicts are a real server's. */
describe.each(recordedFiles())('recorded verdicts: $area', ({ file }) => {
  const versions = KUBERNETES_VERSIONS.filter((version) => version in file.servers);

  test.each(versions)('our check agrees with kube-apiserver %s', (version) => {
    const wrong = file.cases.flatMap(({ object, verdicts }) => {
      const recorded = verdicts[version]!;
      const findings = validate([{ object }], { kubernetesVersion: version });
      const { outcome, missing, extra } = compare(verdictOfRecord(recorded), findings);
      const tell = (list: typeof missing) => list.map(({ reason, path }) => `${reason} ${path}`);
      return outcome === 'agree'
        ? []
        : [{ object: JSON.stringify(object), missing: tell(missing), extra: tell(extra) }];
    });
    expect(wrong).toEqual([]);
  });
});
