import { begun, type KnownFacts, type RecordForm } from '../../formats/begun.ts';
import type { Language } from '../../formats/layouts/endings.ts';
import type { RecordKind } from '../../model/kinds.ts';
import { manifestSkeleton } from '../../model/skeletons/ours.ts';
import type { Skeleton } from '../../model/skeletons/skeleton.ts';
import { kindWords } from '../../pages/words.ts';
import { titleOf } from '../../rules/fixes/newId.ts';
import { lookOf } from '../../rules/fixes/newRecord.ts';
import { lineEndOf } from '../../text/source.ts';
import type { Editing } from '../editing.ts';
import { begunKinds } from '../newRecord/questions.ts';
import type { Completion } from './offer.ts';

/**
 * Whole records for a document in which nothing is written yet: that of its folder, or those of every kind where no folder
 * says it. Their id is the name of the file. None where something is written.
 */
export function skeletonCompletions(editing: Editing, offset: number): readonly Completion[] {
  const { text, role } = editing.facts;
  const begins = /(?<![\w-])[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const [start, end] = [offset - begins, offset + rest];
  // Front matter stands at the beginning.
  const isFirst = role.language === 'yaml' ? /^\s*$/.test(text.slice(0, start)) : start === 0;
  if (!isFirst || /\S/.test(text.slice(end))) return [];
  return offered(editing).map(({ name, skeleton, kind, form }, i) => {
    const said = kind === role.folder ? undefined : kind;
    return {
      ...begun(skeleton, known(role.stem, kind), said, form, lineEndOf(text)),
      label: `New ${name}`,
      kind: 'skeleton',
      detail: skeleton.description,
      documentation: [],
      start,
      end,
      // They come before whatever else can be written there.
      order: `!${String(i).padStart(2, '0')}`,
      filter: `${name} tickmark-${kind ?? 'manifest'} new`,
    };
  });
}

interface OfferedSkeleton {
  readonly name: string;
  readonly skeleton: Skeleton;
  /** Undefined for the manifest. */
  readonly kind: RecordKind | undefined;
  readonly form: RecordForm;
}

function offered({ facts: { role }, program }: Editing): readonly OfferedSkeleton[] {
  if (role.manifest) {
    return [{ name: 'manifest', skeleton: manifestSkeleton, kind: undefined, form: 'yaml' }];
  }
  return begunKinds
    .filter(kind => role.folder === undefined || kind === role.folder)
    .flatMap(kind => {
      const { skeleton, form } = lookOf(program, kind) ?? {};
      return skeleton && form && fits(skeleton, role.language)
        ? [{ name: kindWords(kind), skeleton, kind, form: form(role.language) }]
        : [];
    });
}

/** YAML has no place for the text of a document. */
function fits({ body }: Skeleton, language: Language): boolean {
  return language === 'markdown' || body.every(pieces => pieces.length === 0);
}

function known(stem: string, kind: RecordKind | undefined): KnownFacts {
  return kind === undefined ? {} : { id: stem, title: titleOf(stem) };
}
