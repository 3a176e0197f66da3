// Everyone in the simulated world; a press shows or hides that person's phone.

import { avatar, el, icon, refill } from "./dom.js";
import { newPersonSheet } from "./newcomers.js";
import { words } from "./words.js";

export class PeopleStrip {
  constructor(page) {
    this.page = page;
    this.root = el("nav", { class: "people", "aria-label": words().people });
  }

  refresh() {
    const state = JSON.stringify([this.page.people(), this.page.shown()]);
    if (state === this.state) return;
    this.state = state;
    const shown = new Set(this.page.shown());
    refill(
      this.root,
      this.page.people().map((person) => face(this.page, person, shown.has(person.id))),
      this.#more(),
    );
  }

  #more() {
    return el(
      "button",
      {
        type: "button",
        class: "person add",
        data: { testid: "add-person", focus: "add" },
        onclick: () => newPersonSheet(this.page, document.body),
      },
      el("span", { class: "avatar plain" }, icon("add")),
      el("span", { class: "person-name" }, words().addPerson),
    );
  }
}

// Only the first name where there is little room.
function name(full) {
  const [first, ...rest] = full.split(" ");
  return el("span", { class: "person-name" }, first, el("span", { class: "rest" }, ` ${rest.join(" ")}`));
}

function face(page, person, shown) {
  const label = [person.name, person.role, person.unread > 0 && words().unread(person.unread)]
    .filter(Boolean)
    .join(", ");
  const badge = person.unread > 0 && el("span", { class: "badge" }, String(person.unread));
  const names = el("span", { class: "person-names" }, name(person.name), person.role && el("small", {}, person.role));
  return el(
    "button",
    {
      type: "button",
      class: "person",
      "aria-pressed": String(shown),
      "aria-label": label,
      data: { person: person.id, name: person.name, focus: `person-${person.id}` },
      onclick: () => page.toggle(person.id),
    },
    el("span", { class: "with-badge" }, avatar(person), badge),
    names,
  );
}
