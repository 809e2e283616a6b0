import type { RecordShape } from '../../model/shape.ts';
import type { Program } from '../../program/program.ts';
import type { Report } from '../../program/report.ts';
import { subserviceMethod } from '../../program/subserviceMethod.ts';

/** The description criteria that narratives of the program answer. */
export function describedBy(program: Program): readonly string[] {
  return Array.from({ length: 9 }, (_, i) => `DC ${i + 1}`).filter(id => program.isDescribed(id));
}

/**
 * The description criteria (DC section 200) that the description for a SOC 2 report has something to say about: DC 6 where
 * there are complementary user entity controls, DC 7 where there is a subservice organization, DC 8 where a criterion is
 * excluded, DC 9 over a period. A report of another kind, or one that is assumed, expects none.
 */
export function expectedOf(program: Program, report: Report): readonly string[] {
  if (report.kind !== 'soc2' || report.assumed) return [];
  return [
    'DC 1',
    'DC 2',
    'DC 3',
    'DC 4',
    'DC 5',
    ...(has(program, 'userControl', isComplementary) ? ['DC 6'] : []),
    ...(has(program, 'vendor', isSubservice) ? ['DC 7'] : []),
    ...(report.excluded.size > 0 ? ['DC 8'] : []),
    ...(report.type === 2 ? ['DC 9'] : []),
  ];
}

function has(
  program: Program,
  kind: 'userControl' | 'vendor',
  isMeant: (shape: RecordShape) => boolean,
): boolean {
  for (const { shape } of program.ofKind(kind))
    if (shape.standing === 'counts' && isMeant(shape)) return true;
  return false;
}

function isComplementary({ values }: RecordShape): boolean {
  return values['type']?.text.toLowerCase() === 'cuec';
}

function isSubservice(shape: RecordShape): boolean {
  const method = subserviceMethod(shape);
  return method === 'carve-out' || method === 'inclusive';
}
