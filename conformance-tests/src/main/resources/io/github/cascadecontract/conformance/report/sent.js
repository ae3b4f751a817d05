/* What each run sent, and which layer removed which rows. */
const DML = /^\s*(delete\s+from|update|insert\s+into)\s+(?:only\s+)?([\w."]+)/i;

function actionOf(text) {
  const [, verb, name] = DML.exec(text) ?? [];
  return verb && { verb: verb.split(/\s/)[0].toLowerCase(), table: name.replaceAll('"', '').split('.').pop() };
}

/** A statement did it if it was committed and removed from a table that lost rows, or changed one whose rows are wrong. */
function isCulprit(sent, cell, seen) {
  const action = actionOf(at(sent.textAt));
  const hit = action && ((action.verb === 'delete' && cell.lost?.[action.table]) || (action.verb === 'update' && cell.changed?.[action.table]));
  return Boolean(hit) && sent.rows !== 0 && seen.outcome === 'committed';
}

function badgesOf(sent) {
  return [
    sent.times > 1 && el('span', { class: 'badge' }, `sent ×${sent.times}`),
    sent.rows !== undefined && el('span', { class: 'badge' }, plural(sent.rows, 'row')),
    sent.error && el('span', { class: 'badge error' }, `SQLSTATE ${sent.error}`),
  ].filter(Boolean);
}

function statement(sent, cell, seen) {
  const text = at(sent.textAt);
  const [, verb, rest] = /^\s*(\w+)([\s\S]*)$/.exec(text) ?? [null, '', text];
  const culprit = isCulprit(sent, cell, seen);
  const kind = actionOf(text) ? 'dml' : 'query';
  return el('li', { class: `${kind}${culprit ? ' culprit' : ''}${sent.error ? ' failed' : ''}` },
    el('code', {}, el('b', {}, verb), rest), badgesOf(sent), culprit && el('span', { class: 'badge culprit' }, '✗ did it'));
}

function statements(seen, cell, steps) {
  const lines = [];
  let step;
  seen.sqlAt.map(at).forEach(sent => {
    if (sent.step !== step) {
      step = sent.step;
      lines.push(el('li', { class: 'step' }, step === undefined ? 'outside the steps' : `${step + 1}  ${steps[step] ?? ''}`));
    }
    lines.push(statement(sent, cell, seen));
  });
  return lines;
}

/** The database's own acts: no statement was sent for them, the key's action did it. */
function databaseActs(seen, cell, model) {
  const acts = Object.entries(seen.byDatabase ?? {}).flatMap(([name, counts]) =>
    [['delete', 'removed', /^CASCADE$/], ['update', 'changed', /^SET /]].filter(([verb]) => counts[verb])
      .map(([verb, word, action]) => databaseAct(name, counts[verb], word, keyFor(model, name, action), cell, verb)));
  return acts.length ? [el('li', { class: 'step' }, 'without a statement'), ...acts] : [];
}

const keyFor = (model, name, action) =>
  model.keys.filter(key => tableName(key.column) === name && action.test(key.onDelete))
    .map(key => `${key.column} ON DELETE ${key.onDelete}`).join(', ');

function databaseAct(name, count, word, key, cell, verb) {
  const culprit = verb === 'delete' ? cell.lost?.[name] : cell.changed?.[name];
  return el('li', { class: culprit ? 'database culprit' : 'database' },
    `the database ${word} ${plural(count, 'row')} of ${name}${key ? `: ${key}` : ''}`,
    culprit && el('span', { class: 'badge culprit' }, '✗ did it'));
}

/** Expected against observed where they differ, apart from the rows that the table above shows. */
function contrasts(expected, seen) {
  const lines = [];
  const contrast = (what, wanted, found) => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(found)) {
      lines.push(el('dt', {}, what), el('dd', {}, el('span', {}, `expected ${wanted || 'nothing'}`), el('b', {}, `observed ${found || 'nothing'}`)));
    }
  };
  contrast('outcome', outcomeWithStep(expected), outcomeWithStep(seen));
  contrast('SELECTs of its own', tablesOf(expected.selects), tablesOf(seen.selects));
  Object.keys(expected.looks).forEach(look => {
    if (!sameValue(expected.looks[look], seen.looks[look])) {
      contrast(look, valueText(expected.looks[look]), valueText(seen.looks[look] ?? null));
    }
  });
  return lines.length ? el('dl', { class: 'contrasts' }, lines) : undefined;
}

const outcomeWithStep = seen =>
  seen.failedAt === undefined ? seen.outcome : `${seen.outcome} at ${/^\d+$/.test(seen.failedAt) ? `step ${Number(seen.failedAt) + 1}` : seen.failedAt}`;

const tablesOf = selects => selects && Object.keys(selects).filter(name => selects[name]).sort().join(', ');

const markOf = (story, column) => {
  const button = rowOfStory.get(story.id).element.cells[column + 1].firstElementChild;
  return el('span', { class: `mark ${story.cells[column].verdict}` }, button.textContent);
};

function twinOf(story, column) {
  const place = story.cells[column].observedAt;
  return data.runs.findIndex((run, other) => other < column && place !== undefined
    && run.adapter === data.runs[column].adapter && story.cells[other].observedAt === place);
}

function sentList(story, column) {
  const cell = story.cells[column];
  const seen = at(cell.observedAt);
  const twin = twinOf(story, column);
  if (!seen) {
    return el('p', { class: 'quiet' }, 'It was not run.');
  }
  if (twin >= 0) {
    return el('p', { class: 'quiet' }, `Exactly the same as ${modeText(data.runs[twin])}.`);
  }
  const lines = [...statements(seen, cell, at(story.stepsAt)), ...databaseActs(seen, cell, at(story.modelAt))];
  return lines.length ? el('ol', { class: 'sent' }, lines) : el('p', { class: 'quiet' }, 'Nothing was sent.');
}

function card(story, column) {
  const cell = story.cells[column];
  const [expected, seen] = [at(cell.expectedAt), at(cell.observedAt)];
  return el('section', { class: `card ${data.runs[column].mode}`, 'data-run': runName(data.runs[column]) },
    el('h4', {}, markOf(story, column), ` ${kindText(data.runs[column])} `, el('small', {}, data.runs[column].door), cell.rule && el('small', { class: 'rule' }, cell.rule)),
    cell.differenceAt !== undefined && el('p', { class: 'difference' }, at(cell.differenceAt)),
    cell.note && el('p', { class: 'quiet' }, cell.note),
    expected && seen && contrasts(expected, seen),
    sentList(story, column));
}
