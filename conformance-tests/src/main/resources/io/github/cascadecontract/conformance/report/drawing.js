/* The model of a scenario as a drawing: tables as boxes, parents on the left, keys as lines, settings as text. */
const LINE = 17;
const PAD = 10;
const GAP = 176;
const LETTER = 6.7;

const tableName = column => column.split('.')[0];

/** User -> users, AuditEntry -> audit_entries: the names that scenario files use. */
function tableOf(entity) {
  const words = entity.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;
}

function boxesOf(model, seed) {
  const boxes = new Map();
  const box = name => {
    if (!boxes.has(name)) {
      boxes.set(name, { name, entity: '', keys: [], relations: [] });
    }
    return boxes.get(name);
  };
  model.keys.forEach(key => { box(key.to); box(tableName(key.column)).keys.push(key); });
  Object.keys(seed).forEach(name => box(name));
  model.relations.forEach(relation => {
    const [entity, attribute] = relation.name.split('.');
    const owner = box(tableOf(entity));
    owner.entity = entity;
    box(tableOf(relation.target)).entity = relation.target;
    owner.relations.push({ ...relation, attribute });
  });
  return boxes;
}

function levelOf(box, boxes, above = new Set()) {
  if (above.has(box.name)) {
    return -1;
  }
  const parents = box.keys.map(key => boxes.get(key.to)).filter(parent => parent !== box);
  const path = new Set(above).add(box.name);
  return Math.max(-1, ...parents.map(parent => levelOf(parent, boxes, path))) + 1;
}

/** A parent without parents stands next to its children, not far off at the left. */
function pulledRight(box, boxes) {
  const children = [...boxes.values()].filter(other => other !== box && other.keys.some(key => key.to === box.name));
  const nearest = Math.min(...children.map(child => child.level));
  return box.level === 0 && Number.isFinite(nearest) && nearest > 1 ? nearest - 1 : box.level;
}

/** The lines of text in a box; a line with a key is where its arrow ends. */
function linesOf(box) {
  const lines = [{ text: box.entity || box.name, note: box.entity ? box.name : 'link table', style: 'name' }];
  box.keys.forEach(key => lines.push({
    text: key.column.split('.')[1], note: key.constraints.join(' '), style: 'key', key,
  }));
  box.relations.forEach(relation => {
    lines.push({ text: relation.attribute, note: `${relation.kind} ${relation.target}`, style: 'relation' });
    settingLines(relation.settings).forEach(text => lines.push({ text: '', note: text, style: 'settings' }));
  });
  return lines;
}

/** Cascade settings on one line, each annotation on its own. */
function settingLines(settings) {
  const plain = settings.filter(setting => !setting.startsWith('@'));
  const annotations = settings.filter(setting => setting.startsWith('@'));
  return [plain.length ? plain.join(', ') : 'no cascade', ...annotations];
}

const widthOf = lines =>
  Math.max(...lines.map(line => (line.text.length + line.note.length + (line.style === 'settings' ? 2 : 1)) * LETTER)) + 2 * PAD;

function placed(boxes) {
  boxes.forEach(box => { box.level = levelOf(box, boxes); });
  boxes.forEach(box => { box.level = pulledRight(box, boxes); });
  const levels = [];
  for (const box of boxes.values()) {
    box.lines = linesOf(box);
    box.height = box.lines.length * LINE + 2 * PAD;
    (levels[box.level] ??= []).push(box);
  }
  const hasLoop = (levels[0] ?? []).some(box => box.keys.some(key => boxes.get(key.to).level === 0));
  return columnsPlaced(levels.filter(Boolean), hasLoop ? GAP + 16 : 1);
}

function columnsPlaced(levels, left) {
  const heights = levels.map(level => level.reduce((sum, box) => sum + box.height + 22, -22));
  const height = Math.max(...heights);
  let x = left;
  levels.forEach((level, index) => {
    const width = Math.max(...level.map(box => widthOf(box.lines)));
    let y = (height - heights[index]) / 2 + 1;
    level.forEach(box => {
      Object.assign(box, { x, y, width });
      y += box.height + 22;
    });
    x += width + GAP;
  });
  return { width: x - GAP + 2, height: height + 2 };
}

const lineY = (box, index) => box.y + PAD + LINE * (index + 0.5);

function drawBox(box) {
  const texts = box.lines.map((line, index) => svg('text', {
    x: box.x + PAD + (line.style === 'settings' ? 2 * LETTER : 0), y: lineY(box, index) + 4, class: line.style,
  }, line.text && svg('tspan', { class: 'word' }, line.text),
    svg('tspan', { class: 'note', dx: line.text ? LETTER : 0 }, line.note)));
  return svg('g', { class: 'box' },
    svg('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 6 }),
    svg('line', { x1: box.x, x2: box.x + box.width, y1: box.y + PAD + LINE + 1, y2: box.y + PAD + LINE + 1 }),
    texts);
}

/** From the key's line in the child to the head of the parent. */
function routeOf(child, index, parent) {
  const y = lineY(child, index);
  const end = lineY(parent, 0);
  const label = end < y && child.keys.length === 1 ? y + 14 : y - 5;
  if (parent.level < child.level) {
    const [from, to] = [child.x, parent.x + parent.width];
    return { path: `M${from} ${y}C${from - 90} ${y} ${to + 90} ${end} ${to + 2} ${end}`, x: from - 8, y: label, anchor: 'end' };
  }
  if (parent.level > child.level) {
    const [from, to] = [child.x + child.width, parent.x];
    return { path: `M${from} ${y}C${from + 60} ${y} ${to - 60} ${end} ${to - 2} ${end}`, x: from + 8, y: label, anchor: 'start' };
  }
  const out = child.x - 60;
  return { path: `M${child.x} ${y}C${out} ${y} ${out} ${end} ${parent.x - 2} ${end}`, x: child.x - 52, y: (y + end) / 2 + 4, anchor: 'end' };
}

function drawKey(child, key, boxes) {
  const index = child.lines.findIndex(line => line.key === key);
  const route = routeOf(child, index, boxes.get(key.to));
  const style = key.onDelete.toLowerCase().replace(/ /g, '-');
  return svg('g', { class: `reference ${style}` },
    svg('path', { d: route.path, 'marker-end': 'url(#arrow)' }),
    svg('text', { x: route.x, y: route.y, 'text-anchor': route.anchor }, `ON DELETE ${key.onDelete}`));
}

const inWords = model => model.keys
  .map(key => `${key.column} refers to ${key.to}, ${key.constraints.join(' ')}, ON DELETE ${key.onDelete}`)
  .concat(model.relations.map(relation => `${relation.name} is ${relation.kind}: ${relation.settings.join(', ') || 'no cascade'}`))
  .join('. ');

function drawing(model, seed) {
  const boxes = boxesOf(model, seed);
  const size = placed(boxes);
  const arrow = svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
    svg('path', { d: 'M0 0L8 4L0 8z' }));
  const keys = [...boxes.values()].flatMap(box => box.keys.map(key => drawKey(box, key, boxes)));
  return svg('svg', {
    class: 'drawing', viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height,
    role: 'img', 'aria-label': inWords(model),
  }, svg('defs', {}, arrow), keys, [...boxes.values()].map(drawBox));
}
