/** Sets attributes and appends children; what is no element becomes text, never markup. */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child || child === 0));
  return element;
}

const el = (name, attributes = {}, ...children) => filled(document.createElement(name), attributes, children);

const svg = (name, attributes = {}, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

const byId = id => document.getElementById(id);

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
