import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFolderPath, isSourcePath, sha256In } from '../../../server/src/core/model/sourceFile.ts';

describe('the source of evidence', () => {
  it('is a file where it is surely written as a path', () => {
    const files = [
      ...['review.csv', 'files/review.csv', './review.CSV', '../files/Access review Q1.xlsx'],
      ...[
        'files/ä.pdf',
        'a/b/c.tar.gz',
        'files/Access review (1).pdf',
        'review(2).csv',
        'a/b (of June) 2.xlsx',
      ],
    ];
    for (const source of files) assert.equal(isSourcePath(source), true, source);
    assert.deepEqual(files.filter(isFolderPath), []);
  });

  it('is a folder where it is surely written as a path', () => {
    const folders = ['files/2026-q1', 'files/', './exports', '../a/b/', 'files/access reviews/', 'v1.2/a'];
    for (const source of folders) {
      assert.equal(isSourcePath(source), true, source);
      assert.equal(isFolderPath(source), true, source);
    }
  });

  it('is none where it may be anything else', () => {
    const others = [
      ...[
        '',
        'okta.com',
        'https://x.example/a.csv',
        's3://bucket/a.csv',
        'C:\\a.csv',
        'C:/a.csv',
        '/a.csv',
        '~/a.csv',
      ],
      ...[
        'files',
        'files/of okta',
        'files/v1.2',
        'files/*.csv',
        'files/{{quarter}}.csv',
        'files/<date>.csv',
        '$HOME/a.csv',
      ],
      ...[
        'see review.csv',
        'a.csv, b.csv',
        'a.csv; b.csv',
        'files/a.csv#L3',
        'files/a.csv?raw',
        '.cache/a.csv',
        'review (1).csv',
        'files (old)/a.csv',
        'the export (see files/a.csv)',
        'files/a (1.csv',
        'files/()/a.csv',
        'files/a ().csv',
      ],
      ...[
        'files/.cache/a.csv',
        'node_modules/a/b.json',
        'Ticket HR-12',
        'files/a.csv.',
        `${'x'.repeat(600)}.csv`,
      ],
    ];
    for (const source of others) assert.equal(isSourcePath(source), false, source);
  });
});

describe('a SHA-256', () => {
  it('is 64 hexadecimal digits, with its name or without', () => {
    const digits = '0aF9'.repeat(16);
    for (const stated of [digits, `sha256:${digits}`, `SHA-256: ${digits}`])
      assert.equal(sha256In(stated), digits.toLowerCase());
    for (const other of ['', 'TBD', digits.slice(1), `${digits}0`, `md5:${digits}`])
      assert.equal(sha256In(other), undefined);
  });
});
