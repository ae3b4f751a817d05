/* The rows of a scenario, before and after, run beside run, and who removed them. */
function byKey(tables, name) {
  return new Map((tables[name] ?? []).map(row => [rowKey(row), row]));
}

const changesOf = (before, after) => Object.keys(after).filter(column => !sameValue(before[column] ?? null, after[column]));

/** What became of one row: a word, and all its values for those who ask. */
function fateOf(before, after) {
  if (!after) {
    return { text: before ? 'gone' : '', kind: before ? 'gone' : 'never' };
  }
  if (!before) {
    return { text: 'new', kind: 'new', row: after };
  }
  const changes = changesOf(before, after);
  const text = changes.map(column => `${column} = ${valueText(after[column])}`).join(', ');
  return changes.length ? { text, kind: 'set', row: after } : { text: '·', kind: 'same', row: after };
}

const allValues = row => Object.entries(row).map(([column, value]) => `${column} = ${valueText(value)}`).join(', ');

function faultOf(cell, table, key) {
  return ['lost', 'kept', 'changed'].find(fault => cell[fault]?.[table]?.includes(key));
}

const FAULT_WORDS = { lost: 'lost', kept: 'kept' };

function faultText(fate, fault) {
  const words = [FAULT_WORDS[fault], fate.kind === 'set' && fate.text].filter(Boolean);
  return `✗ ${words.join(', ') || 'as before'}`;
}

const fateCell = (fate, fault) => el('td', {
  class: fault ? `fault ${fault}` : fate.kind, title: fate.row && allValues(fate.row),
}, fault ? faultText(fate, fault) : fate.text);

/** The id and all else that is known of the row. */
function rowHead(row) {
  const values = Object.entries(row).filter(([column]) => column !== 'id');
  const rest = values.map(([column, value]) => `${column} ${valueText(value)}`).join(' · ');
  return el('th', { scope: 'row', title: allValues(row) }, 'id' in row && `${row.id} `, el('small', {}, rest));
}

function actsOf(seen, table) {
  const line = (who, counts) => counts
    ? [['delete', '−'], ['update', '≠'], ['insert', '+']].filter(([verb]) => counts[verb]).map(([verb, sign]) => `${who} ${sign}${counts[verb]}`)
    : [];
  if (!seen || !seen.byClient) {
    return undefined;
  }
  return [...line('client', seen.byClient[table]), ...line('database', seen.byDatabase?.[table])];
}

function actsCell(acts, expected) {
  const differs = acts && expected && acts.join() !== expected.join();
  return el('td', { class: differs ? 'acts differs' : 'acts' },
    acts && (acts.length ? acts.map(act => el('span', {}, act)) : '–'), differs && el('span', { class: 'sr' }, 'differs from expected'));
}

function tableHead(name, expected, seen, wanted) {
  return el('tr', { class: 'table' }, el('th', { scope: 'rowgroup' }, name, el('small', {}, ' rows affected by')), el('td'),
    actsCell(actsOf(expected, name)), seen.map((one, index) => actsCell(actsOf(one, name), actsOf(wanted[index], name))));
}

function tableRows(name, seed, expected, columns, story, seen) {
  const before = byKey(seed, name);
  const wanted = expected?.rowsAt && byKey(rowsAt(expected.rowsAt), name);
  const found = seen.map(one => one?.rowsAt && byKey(rowsAt(one.rowsAt), name));
  const keys = new Set([before, wanted, ...found].filter(Boolean).flatMap(rows => [...rows.keys()]));
  const anyRow = key => [before, wanted, ...found].map(rows => rows?.get(key)).find(Boolean);
  return [...keys].map(key => el('tr', {}, rowHead(before.get(key) ?? anyRow(key)),
    el('td', { class: 'before' }, before.has(key) ? '●' : ''),
    wanted ? fateCell(fateOf(before.get(key), wanted.get(key))) : el('td', {}, '?'),
    found.map((rows, index) => rows
      ? fateCell(fateOf(before.get(key), rows.get(key)), faultOf(story.cells[columns[index]], name, key))
      : el('td', {}, ''))));
}

function outcomeRow(expected, seen, wanted) {
  const cell = (one, own) => el('td', { class: one && own && one.outcome !== own.outcome ? 'acts differs' : 'acts' },
    one ? outcomeText(one) : '');
  return el('tr', { class: 'outcome' }, el('th', { scope: 'row' }, 'outcome'), el('td'), cell(expected), seen.map((one, index) => cell(one, wanted[index])));
}

/** Long error names may break after their colon or an underline. */
function outcomeText(seen) {
  return seen.outcome.split(/(?<=[:_])/).flatMap(part => [part, el('wbr')]);
}

function rowsTable(story, columns) {
  const seed = rowsAt(story.seedAt);
  const expected = at(story.cells.map(cell => cell.expectedAt).find(place => place !== undefined));
  const seen = columns.map(column => at(story.cells[column].observedAt));
  const wanted = columns.map(column => at(story.cells[column].expectedAt));
  const names = new Set([seed, expected?.rowsAt ?? {}, ...seen.map(one => one?.rowsAt ?? {})].flatMap(Object.keys));
  const heads = columns.map(column => el('th', { scope: 'col', class: data.runs[column].mode },
    el('span', { class: 'sr' }, `${data.runs[column].adapter} `), kindText(data.runs[column]), el('small', {}, ` ${data.runs[column].door}`)));
  return el('table', { class: 'rows' },
    el('colgroup', {}, el('col', { class: 'label' }), el('col', { class: 'before' }), el('col', { class: 'expected' }), columns.map(() => el('col', { class: 'run' }))),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Row'), el('th', { scope: 'col' }, 'before'), el('th', { scope: 'col' }, 'expected'), heads)),
    el('tbody', {}, outcomeRow(expected, seen, wanted),
      [...names].flatMap(name => [tableHead(name, expected, seen, wanted), ...tableRows(name, seed, expected, columns, story, seen)])));
}
