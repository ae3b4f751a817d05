/* All that the reader chose stands in the address, so that it can be linked. */
const FIELDS = ['open', 'run', 'status', 'group', 'mode', 'q', 'closed'];

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(FIELDS.map(field => [field, given.get(field) ?? '']));
}

let state = readAddress();

function addressOf(wanted) {
  const given = new URLSearchParams();
  FIELDS.filter(field => wanted[field]).forEach(field => given.set(field, wanted[field]));
  const text = given.toString();
  return text ? `#${text}` : location.href.split('#')[0];
}

/** Filters replace the present address, stories get one of their own for the way back. */
function change(wanted) {
  const next = { ...state, ...wanted };
  if (next.open !== state.open) {
    history.pushState(null, '', addressOf(next));
  } else {
    history.replaceState(null, '', addressOf(next));
  }
  state = next;
  show();
}
