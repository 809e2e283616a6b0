import { detach } from '../../text/detach.ts';
import { resolved } from '../../yaml/lookup.ts';
import type { YamlMapping } from '../../yaml/node.ts';
import type { Criterion } from '../catalog.ts';
import { described, titleOf } from './described.ts';
import type { Found } from './found.ts';
import type { NodeReader } from './nodeReader.ts';

/** What the mapping under a control's key may say of it (OpenControl schemas, kwalify/standard 1.0.0). */
const CONTROL_KEYS = new Set(['family', 'name', 'description']);

/** Whether a mapping looks like an OpenControl standard: under some key it says what a control is called. */
export function isOpenControl(root: YamlMapping): boolean {
  return root.entries.some(({ value }) => {
    const said = resolved(value);
    return said?.type === 'mapping' && said.entries.some(({ key }) => CONTROL_KEYS.has(key.value));
  });
}

/**
 * Reads an OpenControl standard, as Comply, OpenControl and push-to-comply keep them: a `name`, and under the key of each
 * control its `family`, `name` and `description`. An entry of `type: family` gives a family its title. Other entries are
 * passed over. Of a key that is given twice the last counts, as YAML readers have it.
 */
export function readOpenControl(root: YamlMapping, reader: NodeReader): Found {
  const name = reader.text(root, 'name') ?? '';
  const families = new Map<string, string>();
  const criteria: Criterion[] = [];
  for (const { key, value } of new Map(root.entries.map(entry => [entry.key.value, entry])).values()) {
    const said = resolved(value);
    if (said?.type !== 'mapping') continue;
    const id = detach(key.value);
    const title = reader.line(said, 'name');
    if (reader.text(said, 'type') === 'family') {
      families.set(id, title ?? id);
    } else if (reader.first('criterion', { id, place: key })) {
      const description = reader.text(said, 'description');
      const group = reader.text(said, 'family');
      criteria.push(
        described({
          ...{ id, title: titleOf(title, description, id), description: description ?? '' },
          ...(group === undefined ? {} : { group }),
        }),
      );
    }
  }
  const used = new Set(criteria.map(({ group }) => group).filter(group => group !== undefined));
  const groups = [...used].map(id => ({ id, title: families.get(id) ?? id }));
  return { parts: { name, title: name, categories: [], groups, criteria } };
}
