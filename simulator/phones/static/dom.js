// The few words this page needs to build elements. Text goes in as text nodes only: what people write is never markup.

export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    put(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function put(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "class") element.className = value;
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "value" || name === "checked" || name === "files") element[name] = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

// Puts the wanted nodes in order, moving only those that are out of place, so that nothing flickers or loses focus.
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.childNodes]) {
    if (!keep.has(child)) child.remove();
  }
  wanted.forEach((node, place) => {
    if (parent.childNodes[place] !== node) parent.insertBefore(node, parent.childNodes[place] ?? null);
  });
}

// Replaces what an element holds; a focused button gets its focus back in the same place.
export function refill(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const name = focused?.dataset.focus;
  element.replaceChildren(...children.flat().filter(Boolean));
  if (name) element.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-3-7z M12 13l8-9",
  attach: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.5 17a1.7 1.7 0 0 1-2.4-2.4L15 6.8",
  menu: "M4 7h16 M4 12h16 M4 17h16",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  close: "M6 6l12 12 M18 6L6 18",
  keyboard: "M3 6h18v12H3z M7 10v.01 M11 10v.01 M15 10v.01 M17.5 10v.01 M8 14h8",
  add: "M12 5v14 M5 12h14",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4.5 20a7.5 7.5 0 0 1 15 0",
  group:
    "M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2.5 19.5a6.5 6.5 0 0 1 13 0 M16 5.3a3.5 3.5 0 0 1 0 6.4 M18 14a6.5 6.5 0 0 1 3.5 5.5",
  down: "M12 5v13 M6 12l6 6 6-6",
  file: "M7 3h7l5 5v13H7z M14 3v5h5",
  play: "M8 5l11 7-11 7z",
  pin: "M9 4h6l-1 6 3 3H7l3-3z M12 13v7",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v5l3.5 2",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.5 1.5 M17.5 17.5L19 19 M5 19l1.5-1.5 M17.5 6.5L19 5",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  phone: "M7 3h10v18H7z M11 18h2",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
  reply: "M10 6l-6 6 6 6 M4 12h9a7 7 0 0 1 7 7",
  idea: "M9 18h6 M10 21h4 M12 3a6 6 0 0 0-3.5 11V16h7v-2A6 6 0 0 0 12 3z",
  check: "M5 13l4 4L19 7",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("class", `icon icon-${name}`);
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  picture.append(path);
  return picture;
}

export function avatar({ initials, colour }, size = "") {
  return el("span", { class: `avatar colour-${colour} ${size}`, "aria-hidden": "true" }, initials);
}

export function button(label, shape, onclick, props = {}) {
  return el(
    "button",
    { type: "button", class: "round", "aria-label": label, title: label, onclick, ...props },
    icon(shape),
  );
}
