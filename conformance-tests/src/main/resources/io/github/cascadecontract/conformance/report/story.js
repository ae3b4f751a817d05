/* One scenario told in full, made when it is asked for. */
function stepList(story) {
  const expected = at(story.cells.map(cell => cell.expectedAt).find(place => place !== undefined));
  return el('ol', { class: 'steps' }, at(story.stepsAt).map((step, index) => {
    const fails = expected?.failedAt === String(index);
    return el('li', {}, el('code', {}, step), fails && el('small', {}, `expected: ${expected.outcome}`));
  }));
}

function adapterSection(story, columns, chosen) {
  const first = data.runs[columns[0]];
  const open = columns.includes(chosen);
  const cards = el('div', { class: 'cards', hidden: !open }, columns.map(column => card(story, column)));
  const button = el('button', { type: 'button', class: 'provider', 'aria-expanded': String(open) },
    `${first.provider} ${first.version}`, el('span', { class: 'marks' }, columns.map(column => markOf(story, column))));
  button.addEventListener('click', () => {
    cards.hidden = !cards.hidden;
    button.setAttribute('aria-expanded', String(!cards.hidden));
  });
  cards.querySelector(`[data-run="${CSS.escape(runName(data.runs[chosen] ?? first))}"]`)?.classList.add('chosen');
  return el('section', { class: 'adapter' }, el('h3', {}, button), cards);
}

/** The run asked for, else the first in sight that fails, else the first. */
function chosenColumn(story, columns) {
  const asked = columnOf(state.run);
  const worst = ['lost', ...FAILURES]
    .map(verdict => columns.find(column => story.cells[column].verdict === verdict)).find(column => column !== undefined);
  return columns.includes(asked) ? asked : worst ?? columns[0];
}

function tell(story) {
  const columns = visibleColumns();
  const adapters = [...new Set(columns.map(column => data.runs[column].adapter))];
  const chosen = chosenColumn(story, columns);
  const close = el('button', { type: 'button', class: 'close' }, 'Close');
  close.addEventListener('click', () => closeStory());
  return el('article', { class: 'story', 'aria-label': story.id },
    el('header', {}, el('div', {}, el('h2', {}, story.fact), el('p', {}, el('code', {}, story.id), story.decision && el('span', { class: 'decision' }, `◆ ${story.decision}`))), close),
    el('div', { class: 'setting' },
      el('figure', {}, el('figcaption', {}, 'The model'), drawing(at(story.modelAt), story.seedAt)),
      el('div', {}, el('h3', {}, 'The steps'), stepList(story))),
    el('h3', {}, 'The rows, before and after'),
    rowsTable(story, columns),
    el('h3', { class: 'sending' }, 'What was sent'),
    adapters.map(adapter => adapterSection(story, columns.filter(column => data.runs[column].adapter === adapter), chosen)));
}

let told = {};

function dropStory() {
  told.line?.remove();
  told.row?.element.classList.remove('opened');
  told.row?.element.querySelector('.tell').setAttribute('aria-expanded', 'false');
  told.row?.element.querySelector('.tell').removeAttribute('aria-controls');
  told = {};
}

function showStory() {
  const wanted = `${state.open} ${state.run} ${state.mode}`;
  if (told.key === wanted && state.open) {
    return;
  }
  dropStory();
  const row = rowOfStory.get(state.open);
  if (row) {
    const line = el('tr', { class: 'told', id: 'told' }, el('td', { colspan: visibleColumns().length + 1 }, tell(row.story)));
    row.element.after(line);
    row.element.classList.add('opened');
    row.element.querySelector('.tell').setAttribute('aria-expanded', 'true');
    row.element.querySelector('.tell').setAttribute('aria-controls', 'told');
    told = { key: wanted, line, row };
  }
}

function closeStory() {
  const button = told.row?.element.querySelector('.tell');
  change({ open: '', run: '' });
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
}
