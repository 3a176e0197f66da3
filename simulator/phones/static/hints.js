// "Try this": what the caller suggests a visitor presses first, each on somebody's phone.

import { button, el, refill } from "./dom.js";
import { language } from "./preferences.js";
import { words } from "./words.js";

export class Hints {
  constructor(page) {
    this.page = page;
    this.hidden = sessionStorage.getItem("phones.hints") === "hidden";
    this.root = el("aside", { class: "hints", "aria-label": words().tryThis });
  }

  refresh() {
    const hints = this.page.store.get("hints") ?? [];
    this.root.hidden = this.hidden || hints.length === 0;
    const rows = hints.map((hint, place) =>
      el(
        "button",
        {
          type: "button",
          class: "hint",
          data: { hint: place, focus: `hint-${place}` },
          onclick: () => this.page.show(hint.person, hint.chat),
        },
        el("strong", {}, hint.title[language()]),
        el("span", {}, hint.text[language()]),
      ),
    );
    refill(
      this.root,
      el("span", { class: "hints-title" }, words().tryThis),
      el("div", { class: "hint-rows" }, rows),
      button(words().hide, "close", () => this.#hide()),
    );
  }

  #hide() {
    this.hidden = true;
    sessionStorage.setItem("phones.hints", "hidden");
    this.root.hidden = true;
  }
}
