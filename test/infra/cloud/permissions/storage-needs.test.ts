import { expect, test } from 'vitest';
import { storageNeeds } from '../../../../infra/cloud/permissions/storage-needs.ts';

const plain = { bucket: 'b', key: 'k', query: {}, headers: {}, body: '' };

test.each([
  ['a read', { method: 'GET' }, ['s3:GetObject arn:aws:s3:::b/k']],
  ['a look', { method: 'HEAD' }, ['s3:GetObject arn:aws:s3:::b/k']],
  [
    'a read of a version',
    { method: 'GET', query: { versionId: '1' } },
    ['s3:GetObjectVersion arn:aws:s3:::b/k'],
  ],
  ['a write', { method: 'PUT' }, ['s3:PutObject arn:aws:s3:::b/k']],
  [
    'the end of a multipart upload',
    { method: 'POST', query: { uploadId: '1' } },
    ['s3:PutObject arn:aws:s3:::b/k'],
  ],
  [
    'giving a multipart upload up',
    { method: 'DELETE', query: { uploadId: '1' } },
    ['s3:AbortMultipartUpload arn:aws:s3:::b/k'],
  ],
  [
    'a copy',
    { method: 'PUT', headers: { 'x-amz-copy-source': '/a/x%20y' } },
    ['s3:PutObject arn:aws:s3:::b/k', 's3:GetObject arn:aws:s3:::a/x y'],
  ],
  [
    'a deletion of several',
    {
      method: 'POST',
      key: '',
      query: { delete: '' },
      body: '<Delete><Object><Key>x &amp; y</Key></Object><Object><Key>z</Key></Object></Delete>',
    },
    ['s3:DeleteObject arn:aws:s3:::b/x & y', 's3:DeleteObject arn:aws:s3:::b/z'],
  ],
  ['a listing', { method: 'GET', key: '' }, ['s3:ListBucket arn:aws:s3:::b']],
  ['a listing of buckets', { method: 'GET', key: '', bucket: '' }, ['s3:ListAllMyBuckets *']],
])('%s needs its permissions', (_, request, expected) => {
  const needs = storageNeeds({ ...plain, ...request });
  expect(needs.map(({ action, resource }) => `${action} ${resource}`)).toStrictEqual(expected);
});
