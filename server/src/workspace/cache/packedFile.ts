import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Packed } from './packing.ts';

// A file of packed values: `tickmark`, a seal of all that follows (HMAC-SHA-256, RFC 2104), how long the heading is, the heading as JSON, and
// the packs' numbers and words one after the other, each part beginning at a multiple of four.

const magic = Buffer.from('tickmark');
const sealLength = 32;
const headLength = magic.length + sealLength;
/** How many bytes are reckoned with in one step. */
const stepLength = 1 << 20;

/** What the heading tells: who wrote the file, and of each pack its values and the lengths of its parts. */
interface Heading {
  readonly build: string;
  readonly packs: readonly (readonly [
    values: number,
    numbers: number,
    integers: number,
    ends: number,
    keySets: number,
    words: number,
    encoding: 'latin1' | 'utf16le',
  ])[];
}

/** Bytes of a file, and where they are written. */
export interface FilePart {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/**
 * A file of packed values, in the parts that it is written in: it may be large, and only one of them is made at a time. The
 * seal is known last, and written over the room left for it.
 * @param key what the seal is made with: who does not have it can neither make nor change such a file unnoticed
 */
export function* packedFile(build: string, key: Buffer, packs: readonly Packed[]): Generator<FilePart, void> {
  const json = Buffer.from(JSON.stringify(headingOf(build, packs)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const seal = createHmac('sha256', key);
  let at = headLength;
  yield { at: 0, bytes: Buffer.concat([magic, Buffer.alloc(sealLength)]) };
  for (const bytes of bodyOf(packs, [length, json, padding(json.length)])) {
    seal.update(bytes);
    yield { at, bytes };
    at += bytes.length;
  }
  yield { at: magic.length, bytes: seal.digest() };
}

function headingOf(build: string, packs: readonly Packed[]): Heading {
  return {
    build,
    packs: packs.map(({ values, numbers, integers, ends, keySets, words }) => {
      const [encoding, size] = isLatin1(words) ? (['latin1', 1] as const) : (['utf16le', 2] as const);
      const lengths = [numbers.length, integers.length, ends.length, keySets.length] as const;
      return [values, ...lengths, size * words.length, encoding] as const;
    }),
  };
}

function* bodyOf(packs: readonly Packed[], heading: readonly Buffer[]): Generator<Uint8Array, void> {
  yield Buffer.concat(heading);
  for (const { numbers, integers, ends, keySets, words } of packs) {
    for (const { buffer, byteOffset, byteLength } of [numbers, integers, ends, keySets])
      yield new Uint8Array(buffer, byteOffset, byteLength);
    const bytes = Buffer.from(words, isLatin1(words) ? 'latin1' : 'utf16le');
    yield bytes;
    yield padding(bytes.length);
  }
}

/**
 * The values of a file of packed values, in steps.
 * @returns undefined for a file that another build wrote or another key sealed, that is damaged, or that is none
 */
export function* readPackedFile(
  build: string,
  key: Buffer,
  bytes: Buffer,
): Generator<undefined, Packed[] | undefined> {
  if (bytes.length < headLength + 4 || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const body = bytes.subarray(headLength);
  const seal = yield* sealOf(key, body);
  if (!timingSafeEqual(seal, bytes.subarray(magic.length, headLength))) return undefined;
  const length = body.readUInt32LE(0);
  const heading: Heading = JSON.parse(body.toString('utf8', 4, 4 + length));
  if (heading.build !== build) return undefined;
  // Numbers can be read where they lie only at a place that is a multiple of four.
  const { buffer } = new Uint8Array(body);
  let at = 4 + length + padding(length).length;
  const next = (count: number) => {
    const part = new Int32Array(buffer, at, count);
    at += 4 * count;
    return part;
  };
  return heading.packs.map(([values, numbers, integers, ends, keySets, words, encoding]) => {
    const part = {
      values,
      numbers: next(numbers),
      // What was unpacked refers to these: the rest is let go with the file.
      integers: next(integers).slice(),
      ends: next(ends),
      keySets: next(keySets),
    };
    const start = at;
    at += words + padding(words).length;
    return { ...part, words: body.toString(encoding, start, start + words) };
  });
}

function* sealOf(key: Buffer, bytes: Buffer): Generator<undefined, Buffer> {
  const seal = createHmac('sha256', key);
  for (let at = 0; at < bytes.length; at += stepLength) {
    seal.update(bytes.subarray(at, at + stepLength));
    yield;
  }
  return seal.digest();
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}

function isLatin1(text: string): boolean {
  return !/[^\0-\xff]/.test(text);
}
