import type { Program } from '../../program/program.ts';
import { groupedBy } from '../../text/lists.ts';
import type { Gathered, Said } from '../rule.ts';
import { criteriaNames } from './criteriaNames.ts';

/**
 * Gathers findings that differ only in the criterion, such as those about a range that stands for several.
 * @param argument in which of its arguments a finding names the criterion
 */
export function criteriaTogether(argument: string) {
  return (findings: readonly Said[], { catalogs }: Program): readonly Gathered[] => {
    const parts = groupedBy(
      findings.map((said, member) => ({ said, member, key: said.args[argument] ?? '' })),
      ({ said: { message, args } }) => JSON.stringify([message, { ...args, [argument]: '' }]),
    );
    return [...parts.values()].flatMap(([first, ...others]) => {
      if (others.length === 0) return [];
      const all = [first, ...others];
      const { message, args } = first.said;
      const names = criteriaNames(
        all.map(({ key }) => key),
        catalogs,
      );
      return [
        {
          members: all.map(({ member }) => member),
          message,
          args: { ...args, [argument]: names },
          about: all.map(({ key }) => ({
            page: key,
            words: titled(key, catalogs.criterion(key)?.thing.title),
          })),
        },
      ];
    });
  };
}

function titled(key: string, title: string | undefined): string {
  return title === undefined ? key : `${key} (${title})`;
}
