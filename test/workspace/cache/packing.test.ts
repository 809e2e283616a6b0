import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type FilePart, packedFile, readPackedFile } from '../../../server/src/workspace/cache/packedFile.ts';
import { Packer, Unpacker } from '../../../server/src/workspace/cache/packing.ts';
import { atOnce } from '../../../server/src/workspace/steps.ts';
import { key } from './cacheIn.ts';

/** Plain data such as summaries and findings are made of. */
const { value: plain } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.integer({ min: -(2 ** 28) + 1, max: 2 ** 28 - 1 }),
    fc.constantFrom(undefined, null, true, false),
    fc.int32Array(),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter(key => key !== '__proto__'),
      tie('value'),
      {
        noNullPrototype: true,
      },
    ),
  ),
}));

function packed(values: readonly unknown[]) {
  const packer = new Packer();
  const starts = values.map(value => packer.add(value));
  return { starts, packed: packer.done() };
}

/** A file of these parts. */
function written(parts: Iterable<FilePart>): Buffer {
  const all = [...parts];
  const bytes = Buffer.alloc(Math.max(...all.map(part => part.at + part.bytes.length)));
  for (const part of all) bytes.set(part.bytes, part.at);
  return bytes;
}

describe('packing', () => {
  it('gives every value back, in any order', () => {
    fc.assert(
      fc.property(fc.array(plain), values => {
        const { starts, packed: data } = packed(values);
        const unpacker = new Unpacker(data);
        const back = starts.toReversed().map(start => unpacker.read(start));
        assert.deepStrictEqual(back.toReversed(), values);
        assert.equal(data.values, values.length);
      }),
    );
  });

  it('tells what many values have in common once', () => {
    const one = packed([{ rule: 'criteria/unknown', at: 1 }]).packed;
    const many = packed(Array.from({ length: 100 }, (_, at) => ({ rule: 'criteria/unknown', at }))).packed;
    assert.equal(many.words, one.words);
    assert.deepEqual(many.keySets, one.keySets);
  });

  it('refuses what is no plain data, and what would become something else', () => {
    for (const value of [
      1.5,
      2 ** 28,
      -(2 ** 28),
      Number.NaN,
      () => {},
      Symbol('a'),
      JSON.parse('{"__proto__": 1}'),
    ])
      assert.throws(() => packed([value]), RangeError);
  });

  it('is read from a file as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.array(plain), { maxLength: 4 }), parts => {
        const all = parts.map(packed);
        const bytes = written(
          packedFile(
            'a build',
            key,
            all.map(part => part.packed),
          ),
        );
        const back = atOnce(readPackedFile('a build', key, bytes));
        assert.equal(back?.length, parts.length);
        for (const [i, part] of (back ?? []).entries()) {
          const unpacker = new Unpacker(part);
          assert.deepStrictEqual(
            all[i]?.starts.map(start => unpacker.read(start)),
            parts[i],
          );
        }
      }),
    );
  });

  it('is not read from a file of another build or another key, nor from one that is damaged anywhere', () => {
    const bytes = written(
      packedFile('a build', key, [packed([{ title: 'Zugänge', places: Int32Array.of(1, 2) }]).packed]),
    );
    assert.equal(atOnce(readPackedFile('another', key, bytes)), undefined);
    assert.equal(atOnce(readPackedFile('a build', Buffer.alloc(32, 8), bytes)), undefined);
    assert.equal(atOnce(readPackedFile('a build', key, Buffer.alloc(0))), undefined);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      assert.equal(atOnce(readPackedFile('a build', key, damaged)), undefined, `byte ${at}`);
      assert.equal(atOnce(readPackedFile('a build', key, bytes.subarray(0, at))), undefined, `${at} bytes`);
    }
  });
});
