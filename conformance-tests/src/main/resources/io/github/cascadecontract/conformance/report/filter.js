const table = byId('comparison');
const bodies = [...table.querySelectorAll('tbody[data-group]')];
const rows = [...table.querySelectorAll('tr.row')].map(element => ({
  element,
  body: element.parentElement,
  story: data.stories[Number(element.dataset.at)],
}));
const rowOfStory = new Map(rows.map(row => [row.story.id, row]));
const hiddenColumns = document.head.appendChild(el('style'));

const visibleColumns = () =>
  data.runs.map((_, column) => column).filter(column => !state.mode || data.runs[column].mode === state.mode);

function wordsOf(row) {
  row.words ??= [row.story.id, row.story.fact, row.body.dataset.group, JSON.stringify(at(row.story.modelAt))]
    .join(' ')
    .toLowerCase();
  return row.words;
}

/** Each way to choose by result: the story and the verdicts in sight. */
const CHOICES = {
  differs: (story, verdicts, modes) => story.differs.some(mode => modes.has(mode)),
  rows: (story, verdicts) => verdicts.some(verdict => ['lost', 'kept', 'changed'].includes(verdict)),
  fail: (story, verdicts) => verdicts.some(verdict => FAILURES.includes(verdict)),
  pass: (story, verdicts) => verdicts.every(verdict => ['pass', 'decided', 'not-run'].includes(verdict)),
};

function hasResult(story, columns) {
  const verdicts = columns.map(column => story.cells[column].verdict);
  const modes = new Set(columns.map(column => data.runs[column].mode));
  const choice = CHOICES[state.status] ?? ((_, seen) => seen.includes(state.status));
  return !state.status || choice(story, verdicts, modes);
}

function matches(row, columns) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  return (!state.group || row.body.dataset.group === state.group)
    && hasResult(row.story, columns)
    && words.every(word => wordsOf(row).includes(word));
}

function showRows() {
  const columns = visibleColumns();
  let shown = 0;
  for (const row of rows) {
    const hit = matches(row, columns);
    shown += hit ? 1 : 0;
    row.element.hidden = !hit && row.story.id !== state.open;
  }
  bodies.forEach(body => { body.hidden = !body.querySelector('tr.row:not([hidden])'); });
  byId('shown').textContent = `${shown} of ${plural(rows.length, 'scenario')}`;
  byId('nothing').hidden = shown > 0;
}

/** The leftmost column in sight of each adapter. */
const firstColumns = visible =>
  visible.filter((column, index) => index === 0 || data.runs[visible[index - 1]].adapter !== data.runs[column].adapter);

function showColumns() {
  const visible = new Set(visibleColumns());
  const hidden = data.runs.map((_, column) => column).filter(column => !visible.has(column));
  hiddenColumns.textContent = hidden
    .map(column => `.runs>:nth-child(${column + 1}),.row>:nth-child(${column + 2}),.group>:nth-child(${column + 2}),#comparison>colgroup>:nth-child(${column + 2})`)
    .map(selector => `${selector}{display:none}`)
    .concat(firstColumns([...visible]).map(column =>
      `.runs>:nth-child(${column + 1}),.row>:nth-child(${column + 2}),.group>:nth-child(${column + 2}){border-left:1px solid var(--rule)}`))
    .join('');
  for (const head of table.querySelectorAll('th[data-adapter]')) {
    const count = [...visible].filter(column => data.runs[column].adapter === head.dataset.adapter).length;
    head.hidden = count === 0;
    head.colSpan = Math.max(1, count);
  }
}
