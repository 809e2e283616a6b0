import type { Case, TableCases } from './table.ts';
import { records } from './told.ts';

/** A page in a folder of controls with a table of one row. */
const told = (header: string, row: string, out: string): Case => [
  records,
  `=== tickmark.yaml\n=== controls/all.md\n\n| ${header} |\n| ${header.replace(/[^|]+/g, '---')} |\n| ${row} |\n`,
  out,
];
const control = 'control AC-01 counts; document (all) counts';
const page = 'document (all) counts';

export const tablesOfControls: readonly TableCases[] = [
  {
    table: 'Tables of controls 1',
    rows: {
      'a column of ids': [
        ...['Control ID', 'ID', 'Ref'].map(id =>
          told(`${id} | Control | TSC`, 'AC-01 | Doors | CC6.1, CC6.2', control),
        ),
        told('Control | Statement | TSC', 'AC-01 | Doors | CC6.1, CC6.2', control),
        told('ID | Control | TSC', '1 | Doors | CC6.1, CC6.2', page),
        told('Number of it | Control | TSC', 'AC-01 | Doors | CC6.1, CC6.2', page),
      ],
      'a column of criteria, one of which cites one': [
        ...['TSC', 'SOC 2', 'Trust Services Criteria', 'Criteria', 'Mapping'].map(criteria =>
          told(`ID | Control | ${criteria}`, 'AC-01 | Doors | CC6.1, CC6.2', control),
        ),
        told('ID | Control | Notes', 'AC-01 | Doors | CC6.1, CC6.2', page),
      ],
      'a column that says what is done': [
        ...['Control', 'Statement', 'Description', 'Activity', 'What is done', 'Title'].map(words =>
          told(`ID | ${words} | TSC`, 'AC-01 | Doors | CC6.1, CC6.2', control),
        ),
        told('ID | Finding | TSC', 'AC-01 | Doors | CC6.1, CC6.2', page),
        told('ID | Owner | TSC', 'AC-01 | Ana | CC6.1, CC6.2', page),
      ],
    },
  },
];
