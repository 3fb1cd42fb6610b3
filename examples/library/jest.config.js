module.exports = {
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
  },
  setupFilesAfterEnv: ['cdk8s-patterns/testing/jest'],
};
