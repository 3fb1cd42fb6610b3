import { certificateRequest } from '../../../../src/validation/groups/certificates/certificate-request';

/** Made with `openssl req -new` for CN=jane, O=team-a. */
const REQUEST = Buffer.from(
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIYk1JR0NBZ0VBTUNBeERUQUxCZ05WQkFNTUJHcGhibVV4RHpBTkJnTlZCQW9NQm5SbFlXMHRZVEJaTUJNRwpCeXFHU000OUFnRUdDQ3FHU000OUF3RUhBMElBQk16TDVNSUU4UWhUYWgxRFd3bFRNWUxqT3pWYVp5T3k0eDhHCnVqcStPWmJXcXZGbndKSjlib1R3dUIyREJucndGQk1yZVorcE5zL1d6YVd0eERISHl4U2dBREFLQmdncWhrak8KUFFRREFnTklBREJGQWlFQW9xVmFQblhjR3h1aThQSnFzK0ZSenBPdDF6Q3M3OHJVd3FoQlNaU3ZCUEFDSURCTAoxcmRHcUpwV0NDYlVDWHpPN0YvcXJIaStUMmZNTFJrTmhZZUhacHlSCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=',
  'base64',
).toString('latin1');

test('takes a request that is signed with its own key', () => {
  expect(certificateRequest(REQUEST)).toEqual([]);
});

test.each([
  ['no PEM', 'jane'],
  ['nothing', ''],
  ['another block', REQUEST.replaceAll('CERTIFICATE REQUEST', 'CERTIFICATE')],
  ['no DER', REQUEST.replace('MIHb', 'AAAA')],
  ['another name than the signed one', REQUEST.replace('BGphbmUx', 'BGphbmVx')],
])('refuses %s', (_, pem) => {
  expect(pem).not.toBe(REQUEST);
  expect(certificateRequest(pem)).toHaveLength(1);
});
