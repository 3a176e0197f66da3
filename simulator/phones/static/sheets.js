// Sheets and toasts that belong to one phone. A sheet holds the focus while open; Escape or the dark area closes it.

import { button, el } from "./dom.js";
import { words } from "./words.js";

export function openSheet(root, title, ...content) {
  const returnTo = document.activeElement;
  const close = () => {
    sheet.remove();
    if (returnTo?.isConnected) returnTo.focus();
  };
  const head =
    title && el("header", { class: "sheet-head" }, el("h3", {}, title), button(words().close, "close", close));
  const box = el(
    "div",
    { class: "sheet-box", role: "dialog", "aria-modal": "true", "aria-label": title || words().alert, tabindex: "-1" },
    head,
    ...content,
  );
  const sheet = el(
    "div",
    {
      class: "sheet",
      onclick: (event) => event.target === sheet && close(),
      onkeydown: (event) => keys(event, box, close),
    },
    box,
  );
  root.append(sheet);
  (box.querySelector("[autofocus], input, .choice") ?? box).focus();
  return close;
}

function keys(event, box, close) {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
  }
  if (event.key === "Tab") keepInside(event, box);
}

function keepInside(event, box) {
  const stops = [...box.querySelectorAll("button, input, select, a[href], [tabindex='0']")].filter(
    (stop) => !stop.disabled && stop.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && document.activeElement === first) return wrap(event, last);
  if (!event.shiftKey && document.activeElement === last) return wrap(event, first);
}

function wrap(event, stop) {
  event.preventDefault();
  stop?.focus();
}

export function choice(label, onclick, { picture = null, note = "", ...props } = {}) {
  const lines = el("span", { class: "choice-lines" }, el("span", {}, label), note && el("small", {}, note));
  return el("button", { type: "button", class: "choice", onclick, ...props }, picture, lines);
}

// A row of emoji to choose one from.
export function faces(emoji, label, chosen) {
  const face = (each) =>
    el(
      "button",
      { type: "button", class: "face", "aria-label": `${label} ${each}`, onclick: () => chosen(each) },
      each,
    );
  return el("div", { class: "faces" }, emoji.map(face));
}

export function field(label, props = {}) {
  const input = el("input", { type: "text", autocomplete: "off", ...props });
  return { input, row: el("label", { class: "field" }, el("span", {}, label), input) };
}

export function toast(root, text) {
  root.querySelectorAll(".toast").forEach((old) => old.remove());
  const note = el("div", { class: "toast", role: "status", data: { testid: "toast" } }, text);
  root.append(note);
  setTimeout(() => note.remove(), Math.max(3500, text.length * 70));
}

export function alertSheet(root, text) {
  const close = openSheet(
    root,
    "",
    el("p", { class: "alert-text", data: { testid: "alert" } }, text),
    el("button", { type: "button", class: "primary", onclick: () => close(), autofocus: true }, "OK"),
  );
}
