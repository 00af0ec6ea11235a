import { companyIdFromWebhook } from 'axios-procore-company-id/context';

describe('companyIdFromWebhook', () => {
  const V2 = {
    id: 123456789,
    ulid: '0A1B2C3D4F5G6H7I8J9K0LMN',
    timestamp: '2025-02-06T23:34:12.246562Z',
    metadata: { source_user_id: 1, source_project_id: 2, source_company_id: 99 },
    user_id: 987654321,
    company_id: 1357908642,
    project_id: 2468013579,
    api_version: 'v2.0',
    event_type: 'update',
    resource_name: 'RFIs',
    resource_id: 54321,
  };
  const V4 = {
    id: '01JMYXMZRBVKK0PC6XS8SA4QRE',
    timestamp: '2025-02-25T16:04:43.619085Z',
    reason: 'update',
    company_id: '8',
    project_id: '6778',
    user_id: '5447',
    resource_type: 'Direct Cost Line Items',
    resource_id: '379913',
  };

  test.each<[string, unknown, string]>([
    ['v2', V2, '1357908642'],
    ['v3', { ...V2, api_version: 'v3.0', related_resources: [{ id: 5, name: 'x' }] }, '1357908642'],
    ['v4', V4, '8'],
    [
      'v4 with an id of 64 bits',
      { ...V4, company_id: '9223372036854775807' },
      '9223372036854775807',
    ],
    ['a company-level event', { ...V2, project_id: null }, '1357908642'],
    ['JSON', JSON.parse(JSON.stringify(V4)), '8'],
  ])('reads %s', (_version, payload, companyId) => {
    expect(companyIdFromWebhook(payload)).toBe(companyId);
  });

  test.each<[unknown]>([
    [{ ...V2, company_id: null }],
    [{ ...V2, company_id: undefined }],
    [{ ...V2, company_id: 0 }],
    [{ ...V2, company_id: 9007199254740992 }],
    [{ ...V2, company_id: '' }],
    [{ ...V2, company_id: 'undefined' }],
    [{ ...V2, company_id: { id: 8 } }],
    [{ ...V2, company_id: [8] }],
    [{ metadata: V2.metadata }],
    [{ data: V4 }],
    [{ companyId: 8 }],
    [[V4]],
    [JSON.stringify(V4)],
    [Buffer.from(JSON.stringify(V4))],
    [{}],
    [[]],
    [null],
    [undefined],
    [8],
    ['8'],
    [true],
    [Symbol('8')],
    [() => 8],
    [new Map([['company_id', 8]])],
    [Object.create({ company_id: 8 })],
  ])('gives undefined for anything else: %p', (payload) => {
    expect(companyIdFromWebhook(payload)).toBeUndefined();
  });
});
