import { describe, expect, test } from 'vitest';
import { readUploads } from '../../../shared/messages/upload-event.ts';

const RECORD = {
  eventVersion: '2.1',
  eventName: 'ObjectCreated:Put',
  eventTime: '2026-12-01T02:03:04.567Z',
  userIdentity: { principalId: 'AWS:AIDA:finance' },
  s3: {
    bucket: { name: 'quotes', arn: 'arn:aws:s3:::quotes' },
    object: {
      key: 'approved/main/quote.xlsx',
      size: 4711,
      eTag: 'd41d8cd98f00b204',
      versionId: 'v1',
      sequencer: '0055AED6',
    },
  },
};

function withObject(object: Readonly<Record<string, unknown>>): unknown {
  return { ...RECORD, s3: { ...RECORD.s3, object: { ...RECORD.s3.object, ...object } } };
}

function read(...records: unknown[]) {
  return readUploads(JSON.stringify({ Records: records }));
}

function keyOf(key: string): string | undefined {
  return read(withObject({ key }))[0]?.source.key;
}

describe('a message of the uploads queue', () => {
  test('is the dropped file, who dropped it and when', () => {
    expect(read(RECORD)).toEqual([
      {
        source: {
          bucket: 'quotes',
          key: 'approved/main/quote.xlsx',
          versionId: 'v1',
          eTag: 'd41d8cd98f00b204',
          sequencer: '0055AED6',
        },
        droppedAt: Date.parse('2026-12-01T02:03:04.567Z'),
        droppedBy: 'AWS:AIDA:finance',
        size: 4711,
      },
    ]);
  });

  test('may hold several files, none of which is left out', () => {
    expect(read(RECORD, withObject({ key: 'approved/b.xlsx' }))).toHaveLength(2);
  });

  test.each([undefined, null, 'null'])(
    'of a bucket without versions has none, nor where they are suspended (%o)',
    (versionId) => {
      expect(read(withObject({ versionId }))[0]?.source.versionId).toBeNull();
    },
  );

  test('need not say who dropped the file', () => {
    expect(read({ ...RECORD, userIdentity: undefined })[0]?.droppedBy).toBeNull();
    expect(read({ ...RECORD, userIdentity: {} })[0]?.droppedBy).toBeNull();
  });

  test('that S3 sends as a test when the notification is set up holds no file', () => {
    const message = {
      Service: 'Amazon S3',
      Event: 's3:TestEvent',
      Time: '2026-12-01T02:03:04.567Z',
      Bucket: 'quotes',
    };

    expect(readUploads(JSON.stringify(message))).toEqual([]);
  });

  test.each([
    ['no JSON', 'hello'],
    ['no event', '{}'],
    ['another event', '{"Event": "s3:Other"}'],
    ['a record without an object', JSON.stringify({ Records: [{ ...RECORD, s3: {} }] })],
  ])('that is %s is a fault: it goes to the dead letters, not into oblivion', (_, body) => {
    expect(() => readUploads(body)).toThrow();
  });
});

describe("a file's key", () => {
  test.each([
    ['approved/main/my+quote+(1).xlsx', 'approved/main/my quote (1).xlsx'],
    ['approved/main/a%2Bb.xlsx', 'approved/main/a+b.xlsx'],
    ['approved/main/%E7%BB%AD%E8%B4%B9.xlsx', 'approved/main/续费.xlsx'],
    ['approved/main/100%25.xlsx', 'approved/main/100%.xlsx'],
    ['approved/main/a%26b%3Dc.xlsx', 'approved/main/a&b=c.xlsx'],
  ])('written %s is %s', (written, key) => {
    expect(keyOf(written)).toBe(key);
  });
});
