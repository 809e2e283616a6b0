import { type Block, paragraph } from '../pages/page.ts';
import type { Named } from '../program/named.ts';
import type { Program } from '../program/program.ts';

/** What is told of people and systems of the manifest; undefined where it has none of these ids, and for records. */
export function blocksOfNamed({ of, ids }: Named, program: Program): Block[] | undefined {
  const told =
    of === 'person' ? peopleBlocks(ids, program) : of === 'system' ? systemBlocks(ids, program) : [];
  return told.length > 0 ? told : undefined;
}

function peopleBlocks(ids: readonly string[], { manifest }: Program): Block[] {
  const { people = [], systems = [] } = manifest?.shape ?? {};
  return people
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, name, role }) => {
      const words = new Set([id, name, role].flatMap(word => word?.toLowerCase() ?? []));
      const owned = systems.filter(({ owner }) => owner && words.has(owner.text.toLowerCase()));
      const known = [name, role].flatMap(word => word ?? []);
      return [
        paragraph({ text: id, style: 'strong' }, ` · ${known.length > 0 ? known.join(', ') : 'a person'}`),
        ...(owned.length > 0
          ? [paragraph(`Owns ${owned.map(system => system.name ?? system.id).join(', ')}`)]
          : []),
      ];
    });
}

function systemBlocks(ids: readonly string[], { manifest }: Program): Block[] {
  const { systems = [] } = manifest?.shape ?? {};
  return systems
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, name, owner }) => [
      paragraph({ text: id, style: 'strong' }, ` · ${name ?? 'a system'}`),
      ...(owner ? [paragraph(`owner: ${owner.text}`)] : []),
    ]);
}
