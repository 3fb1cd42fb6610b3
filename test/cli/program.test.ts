import { cdk8sPatterns, inEmptyFolder } from './command-line';

jest.setTimeout(60_000);

test('no command, an unknown command and a missing option are wrong usage', () =>
  inEmptyFolder(async (cwd) => {
    expect(await cdk8sPatterns([], { cwd })).toMatchObject({ exitCode: 2, stdout: '' });
    const unknown = await cdk8sPatterns(['imprt'], { cwd });
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^error: unknown command 'imprt'\n\(Did you mean import\?\)/);
    const missing = await cdk8sPatterns(['import', 'crd'], { cwd });
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toContain("error: required option '--from <source...>' not specified");
    const openapi = await cdk8sPatterns(['import', 'kubernetes', '--from', 'cluster', '--openapi', 'v4'], { cwd });
    expect(openapi).toEqual({ exitCode: 2, stdout: '', stderr: 'error: --openapi must be "v2" or "v3", got "v4"\n' });
  }));

test('help goes to standard output and is not a failure', () =>
  inEmptyFolder(async (cwd) => {
    const help = await cdk8sPatterns(['import', 'kubernetes', '--help'], { cwd });
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain('--from <source>');
  }));
