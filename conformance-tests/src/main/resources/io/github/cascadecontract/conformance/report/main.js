function showControls() {
  byId('q').value = state.q;
  byId('group').value = state.group;
  byId('status').value = state.status;
  document.querySelectorAll('[name=mode]').forEach(choice => { choice.checked = choice.value === state.mode; });
}

const closedGroups = () => new Set(state.closed.split(',').filter(Boolean));

function showFolds() {
  const closed = closedGroups();
  bodies.forEach((body, index) => {
    body.classList.toggle('closed', closed.has(String(index)));
    body.querySelector('.fold').setAttribute('aria-expanded', String(!closed.has(String(index))));
  });
  byId('fold').textContent = closed.size === bodies.length ? 'Unfold all' : 'Fold all';
}

function show() {
  showControls();
  showColumns();
  showRows();
  showFolds();
  showStory();
}

function fold(body) {
  const closed = closedGroups();
  const index = String(bodies.indexOf(body));
  if (!closed.delete(index)) {
    closed.add(index);
  }
  change({ closed: [...closed].join() });
}

/** What was clicked stays where it is, though a story above it may go. */
function inPlace(element, action) {
  const before = element.getBoundingClientRect().top;
  action();
  window.scrollBy(0, element.getBoundingClientRect().top - before);
}

function openStory(row, column) {
  const id = data.stories[Number(row.dataset.at)].id;
  const run = column === undefined ? '' : runName(data.runs[column]);
  change(state.open === id && state.run === run ? { open: '', run: '' } : { open: id, run });
}

table.addEventListener('click', event => {
  const button = event.target.closest('.fold, .tell, .cell');
  const row = button?.closest('tr');
  if (button?.matches('.fold')) {
    inPlace(button, () => fold(button.closest('tbody')));
  } else if (button?.matches('.tell')) {
    inPlace(button, () => openStory(row));
  } else if (button) {
    inPlace(button, () => openStory(row, button.parentElement.cellIndex - 1));
  }
});

/** Cells are reached by arrows, so that the Tab key passes row by row. */
table.querySelectorAll('.cell').forEach(cell => { cell.tabIndex = -1; });

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

const inSight = element => element.getClientRects().length > 0;

function neighbour(button, [across, down]) {
  const cell = button.closest('tr.row > *, tr.group > *');
  if (across) {
    const cells = [...cell.parentElement.cells].filter(inSight);
    return cells[cells.indexOf(cell) + across]?.querySelector('button');
  }
  const lines = [...table.querySelectorAll('tr.row, tr.group')].filter(inSight);
  return lines[lines.indexOf(cell.parentElement) + down]?.cells[cell.cellIndex]?.querySelector('button');
}

table.addEventListener('keydown', event => {
  const button = event.target.closest('.fold, .tell, .cell');
  const next = button && STEPS[event.key] && neighbour(button, STEPS[event.key]);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

table.addEventListener('pointerover', event => {
  const button = event.target.closest('.cell');
  if (button && !button.title) {
    const cell = data.stories[Number(button.closest('tr').dataset.at)].cells[button.parentElement.cellIndex - 1];
    button.title = at(cell.differenceAt) ?? button.getAttribute('aria-label');
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && state.open) {
    closeStory();
  }
});

byId('filters').addEventListener('submit', event => event.preventDefault());
byId('filters').addEventListener('input', () => change({
  q: byId('q').value,
  group: byId('group').value,
  status: byId('status').value,
  mode: document.querySelector('[name=mode]:checked').value,
}));
byId('fold').addEventListener('click', () =>
  change({ closed: closedGroups().size === bodies.length ? '' : bodies.map((_, index) => index).join() }));
byId('reset').addEventListener('click', () => change({ q: '', group: '', status: '', mode: '' }));

window.addEventListener('hashchange', () => { state = readAddress(); show(); });
window.addEventListener('popstate', () => { state = readAddress(); show(); });

/** How much of the window the filters and the table's head cover. */
function measure() {
  document.documentElement.style.setProperty('--filters', `${byId('filters').offsetHeight}px`);
  document.documentElement.style.setProperty('--head', `${table.tHead.offsetHeight}px`);
}

document.documentElement.classList.add('scripted');
show();
measure();
new ResizeObserver(measure).observe(byId('filters'));
told.row?.element.scrollIntoView({ block: 'start' });
