const data = JSON.parse(byId('data').textContent);

const at = place => (place === undefined ? undefined : data.pool[place]);

/** Rows by table, out of places in the pool. */
const rowsAt = places =>
  Object.fromEntries(Object.entries(places ?? {}).map(([table, place]) => [table, at(place)]));

const indexOfStory = new Map(data.stories.map((story, index) => [story.id, index]));

const FAILURES = ['lost', 'kept', 'changed', 'other'];

/** The mode, and what was done to the entity classes if anything was. */
const kindText = run => (run.bytecode === 'plain' ? run.mode : `${run.mode} ${run.bytecode}`);

const runName = run => `${run.adapter}/${kindText(run).replace(' ', '-')}/${run.door}`;

const columnOf = name => data.runs.findIndex(run => runName(run) === name);

const modeText = run => `${kindText(run)}, ${run.door}`;

/** Names a row as the page's table was counted: by id, or by all its values. */
const rowKey = row => ('id' in row ? String(row.id) : Object.values(row).join(' / '));

const isAny = value => value !== null && typeof value === 'object' && value.any === true;

const sameValue = (one, other) => isAny(one) || isAny(other) || JSON.stringify(one) === JSON.stringify(other);

const valueText = value => (isAny(value) ? 'any' : value === null ? 'null' : typeof value === 'object' ? JSON.stringify(value) : String(value));
